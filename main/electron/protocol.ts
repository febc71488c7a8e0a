import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { app, protocol } from 'electron';

const SCHEME = 'bellhop';
const ORIGIN = `${SCHEME}://app`;

/** In development the page comes from Vite's server (set by electron-vite); never in a packaged app. */
const devServer = (): string | undefined => (app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL);

export const INBOX_URL = devServer() ?? `${ORIGIN}/index.html`;

/** Whether a frame shows the inbox's own page. */
export function isInboxUrl(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || (devServer() !== undefined && url.startsWith(`${devServer()}/`));
}

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HTML = 'text/html; charset=utf-8';
const TYPES: Record<string, string> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page and nothing else: a custom protocol instead of file:, which could read the whole disk.
 * @param draw puts the first picture into the page
 */
export function serveInbox(draw: (page: string) => Promise<string>): void {
  const root = join(app.getAppPath(), 'out/renderer');
  protocol.handle(SCHEME, async (request) => {
    const path = normalize(decodeURIComponent(new URL(request.url).pathname));
    const type = TYPES[extname(path)];
    if (!type || path.includes('..')) return new Response('Not found', { status: 404 });
    try {
      const headers = {
        'Content-Type': type,
        'Content-Security-Policy': CSP,
        'X-Content-Type-Options': 'nosniff',
      };
      const file = await readFile(join(root, path));
      const body = type === HTML ? await draw(file.toString()) : new Uint8Array(file);
      return new Response(body, { headers });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
