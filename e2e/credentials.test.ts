import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import type { Credential } from '../preload/contract.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder } from './support/scene.ts';

// What reaches the server, through Chromium's network stack, which has cookies and ideas of its own.

let running: Awaited<ReturnType<typeof launchApp>>;
beforeAll(async () => {
  running = await launchApp({ data: emptyFolder() });
  return running.quit;
});

/** A server that wants its own cookie and ends every connection at once; gives the first two requests. */
async function listenTwice(credential: Credential): Promise<IncomingMessage[]> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response
      .writeHead(200, { 'Content-Type': 'text/event-stream', 'Set-Cookie': 'session=of-the-server' })
      .end();
    if (requests.length === 2) server.emit('enough');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const enough = once(server, 'enough');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/live`;
  const draft = { name: credential.kind, url, dialect: 'rows', mapping: null, credential } as const;
  await running.page.evaluate((source) => window.bellhop.request('addSource', source), draft);
  await enough;
  server.close();
  return requests;
}

test('a cookie credential stays the one that is sent, whatever cookie the server sets', async () => {
  const requests = await listenTwice({ kind: 'cookie', cookie: 'bellhop_token=mine; lang=de' });
  expect(requests.map(({ headers }) => headers.cookie)).toEqual(
    requests.map(() => 'bellhop_token=mine; lang=de'),
  );
});

test('user and password are sent as Basic, and no cookie with them', async () => {
  const requests = await listenTwice({ kind: 'basic', user: 'anna', password: 'pässwort' });
  const basic = `Basic ${Buffer.from('anna:pässwort').toString('base64')}`;
  expect(requests.map(({ headers }) => [headers.authorization, headers.cookie])).toEqual(
    requests.map(() => [basic, undefined]),
  );
});
