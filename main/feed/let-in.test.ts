import { once } from 'node:events';
import { expect, test } from 'vitest';
import { type Answer as Reply, rawServer } from '../../testing/raw-server.ts';
import { type Answer, letIn } from './let-in.ts';

/** Nothing here is so slow that it is taken for silent. */
const PATIENT_MS = 60_000;
const stream = { 'Content-Type': 'text/event-stream; charset=utf-8' };

test.each<[Answer, string, Reply]>([
  ['open', 'a stream', (response) => response.writeHead(200, stream).write(':\n')],
  ['refused', '401', (response) => response.writeHead(401).end()],
  ['refused', 'a page', (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('Log in')],
  ['refused', 'a stream with an error', (response) => response.writeHead(403, stream).end()],
  ['redirected', 'a redirect', (response) => response.writeHead(302, { Location: '/login' }).end()],
  ['refused', 'a broken connection', (response) => response.destroy()],
])('%s: %s', async (answer, _what, reply) => {
  const server = await rawServer(reply);
  expect(await letIn(fetch, server.url, PATIENT_MS)).toBe(answer);
});

test('a server that takes the request and says nothing is silent; it is hung up on', async () => {
  const hungUp = Promise.withResolvers<void>();
  const server = await rawServer((response) => response.once('close', hungUp.resolve));
  expect(await letIn(fetch, server.url, 200)).toBe('silent');
  await hungUp.promise;
});

test('no stream is left open behind the answer', async () => {
  const server = await rawServer((response) => response.writeHead(200, stream).write(':\n'));
  const asked = letIn(fetch, server.url, PATIENT_MS);
  const request = await server.requests.next();
  const closed = once(request.socket, 'close');
  expect(await asked).toBe('open');
  await closed;
});
