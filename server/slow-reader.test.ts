import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  isCaughtUp,
  openStream,
  parseBlock,
  publishRows,
  rawGet,
  rowsOf,
  temporaryServer,
} from './testing.ts';

/** The server's end of the connections made while the test runs. */
function serverSockets(): Socket[] {
  const sockets: Socket[] = [];
  const collect = (message: unknown) => void sockets.push((message as { socket: Socket }).socket);
  subscribe('net.server.socket', collect);
  onTestFinished(() => void unsubscribe('net.server.socket', collect));
  return sockets;
}

test('a reader that stops is cut off with little held for it, and resumes by id with nothing lost', async () => {
  const sockets = serverSockets();
  const server = await temporaryServer({ heartbeatMs: 200 });
  const socket = rawGet(server.port, '/api/live?since=0', server.token);
  const read = (await readUntil(socket, 'caught-up')).toString();
  socket.pause();
  const ofServer = sockets[0] as Socket;

  // 15 MB: more than the kernel's buffers take, so that the server feels that nobody reads.
  const rows = publishRows(server, 250, 'x'.repeat(60_000));
  let held = 0;
  const observer = setInterval(() => {
    held = Math.max(held, ofServer.writableLength);
  }, 5);
  await once(ofServer, 'close');
  clearInterval(observer);
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(1024 * 1024);

  const rest = await readUntilClosed(socket);
  const blocks = completeBlocks(read + rest);
  const received = rowsOf(blocks);
  expect(received.length).toBeLessThan(rows.length);
  const cursor = blocks.findLast(({ id }) => id)?.id ?? '';
  const resumed = await openStream(`${server.url}/api/live`, server.token, { 'last-event-id': cursor });
  const missed = rowsOf(await resumed.until(isCaughtUp));
  expect([...received, ...missed].map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('a reader that is merely slow gets everything, at its own pace', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 100, 'x'.repeat(60_000));
  const stream = await openStream(`${server.url}/api/live?since=0`, server.token);
  const blocks = [];
  for (let block = await stream.next(); block && !isCaughtUp(block); block = await stream.next()) {
    blocks.push(block);
    await fetch(`${server.url}/healthz`);
  }
  expect(rowsOf(blocks)).toEqual(rows);
});

async function readUntil(socket: Socket, words: string): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (!bytes.includes(words)) {
    const [chunk] = await once(socket, 'data');
    bytes = Buffer.concat([bytes, chunk]);
  }
  return bytes;
}

/** A cut connection ends in an error (reset) or not, as the system likes. */
async function readUntilClosed(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {});
  socket.resume();
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(chunks).toString();
}

/** The whole blocks in a raw HTTP answer, without its head and chunk sizes. */
function completeBlocks(answer: string) {
  const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
  return body
    .replace(/(^|\r\n)[0-9a-f]+\r\n/g, '')
    .split('\n\n')
    .slice(0, -1)
    .map(parseBlock);
}
