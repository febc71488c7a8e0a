import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What notices name: `/picture.png` and `/log.txt` come at once, of `/film.mp4` only the beginning ever does. */
export async function serveFiles(): Promise<{ url: string; close: () => void }> {
  const server = createServer(({ url }, response) => {
    if (url === '/picture.png') response.end(Buffer.from(PIXEL, 'base64'));
    else if (url === '/film.mp4') response.writeHead(200, { 'content-length': 9_000_000 }).write('film');
    else response.end('All went well.');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
