import { z } from 'zod';

/** One cookie as a browser keeps it, https://www.rfc-editor.org/rfc/rfc6265#section-5.3. */
const cookieSchema = z.object({
  name: z.string().max(4096),
  value: z.string().max(8192),
  /** With a leading dot where it is for subdomains too. */
  domain: z.string().min(1).max(256),
  hostOnly: z.boolean(),
  path: z.string().max(2048),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['unspecified', 'no_restriction', 'lax', 'strict']),
  /** Unix seconds; null: until the browser is closed. Bellhop keeps those as well. */
  expires: z.number().nullable(),
});
export type Cookie = z.infer<typeof cookieSchema>;

/** What a signed-in site needs is a handful; a site that sets more doesn't get to fill the disk. */
const MAX_COOKIES = 100;
const MAX_CHARS = 64 * 1024;

export const cookiesSchema = z.array(cookieSchema).max(MAX_COOKIES);

/**
 * The cookies that a request to `url` could be sent with, whatever its path, in a stable order and within bounds. What
 * other hosts set on the way (a company's login page, counters) is nothing that a feed needs.
 */
export function cookiesFor(url: string, all: Cookie[]): Cookie[] {
  const { hostname } = new URL(url);
  let left = MAX_CHARS;
  return all
    .filter((cookie) => cookieSchema.safeParse(cookie).success && matchesDomain(hostname, cookie))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .filter((cookie) => {
      const size = cookie.name.length + cookie.value.length + cookie.path.length;
      if (size > left) return false;
      left -= size;
      return true;
    })
    .slice(0, MAX_COOKIES);
}

/** https://www.rfc-editor.org/rfc/rfc6265#section-5.1.3 */
function matchesDomain(hostname: string, { domain, hostOnly }: Cookie): boolean {
  const name = domain.replace(/^\./, '');
  return hostname === name || (!hostOnly && hostname.endsWith(`.${name}`));
}

/** No two cookies have the same. */
const place = ({ domain, path, name }: Cookie) => `${domain} ${path} ${name}`;
