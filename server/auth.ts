import { createHash, randomBytes } from 'node:crypto';
import type { H3Event } from 'h3';
import { parseCookies } from 'h3';
import { refusal } from './errors.ts';
import type { Store, TokenOwner } from './store/store.ts';

/** Who is asking, and the hash to ask again whether the token still holds. */
export interface Caller extends TokenOwner {
  tokenHash: string;
}

/**
 * Makes a token for the user, stores its hash and returns the token: the only time it can be seen.
 * 256 random bits: nobody can guess them, so a plain SHA-256 protects them as well as a slow password hash would.
 */
export function createToken(
  store: Store,
  userId: string,
  options: { label?: string; publishAny?: boolean } = {},
): string {
  const token = `bh_${randomBytes(32).toString('base64url')}`;
  store.addToken({ hash: hashToken(token), userId, publishAny: false, ...options });
  return token;
}

/** Looking up the hash leaks nothing by its timing: the time depends on the hash, which nobody can steer to a stored one. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The caller of a request, by `Authorization: Bearer`, by Basic with the token as password, or by the cookie
 * `bellhop_token`. A cookie is safe here without a CSRF token: no CORS, and publishing takes a JSON body.
 * @throws a 401 that says which is the matter, no credential or one that is unknown.
 */
export function authenticate(event: H3Event, store: Store): Caller {
  const token = tokenOf(event);
  if (!token) throw unauthorized('This needs a token: send "Authorization: Bearer <token>".');
  const tokenHash = hashToken(token);
  const owner = store.ownerOfToken(tokenHash);
  if (!owner) throw unauthorized('This token is unknown or has been revoked.');
  return { ...owner, tokenHash };
}

function tokenOf(event: H3Event): string | undefined {
  const [scheme, credential] = event.req.headers.get('authorization')?.trim().split(/\s+/) ?? [];
  if (!scheme || !credential) return parseCookies(event).bellhop_token;
  if (/^bearer$/i.test(scheme)) return credential;
  if (/^basic$/i.test(scheme)) return /^[^:]*:(.+)$/s.exec(Buffer.from(credential, 'base64').toString())?.[1];
  return undefined;
}

function unauthorized(message: string) {
  return refusal(401, 'unauthorized', message, {
    'www-authenticate': 'Bearer realm="Bellhop", Basic realm="Bellhop"',
  });
}
