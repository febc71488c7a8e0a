import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './serve.ts';
import {
  isCaughtUp,
  openStream,
  publishRows,
  rawGet,
  rowsOf,
  temporaryFolder,
  temporaryServer,
} from './testing.ts';

test('it listens on loopback, on a free port unless told otherwise', async () => {
  const server = await temporaryServer();
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
});

test('a taken port is an error in words that leaves nothing open', async () => {
  const dbFile = join(temporaryFolder(), 'server.db');
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as { port: number };

  await expect(startServer({ dbFile, port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program.`,
  );
  const { close } = await startServer({ dbFile });
  await close();
});

test('an address that this machine does not have is an error in words', async () => {
  const options = { dbFile: join(temporaryFolder(), 'server.db'), host: '192.0.2.1' };
  await expect(startServer(options)).rejects.toThrow('This machine has no address 192.0.2.1.');
});

test('closing ends the open streams cleanly, even when a reader is stuck, and closes the database', async () => {
  const server = await temporaryServer();
  const stream = await openStream(`${server.url}/api/live`, server.token);
  await stream.until(isCaughtUp);
  const stuck = rawGet(server.port, '/api/live?since=0', server.token).on('error', () => {});
  await once(stuck, 'data');
  stuck.pause();
  publishRows(server, 200, 'x'.repeat(60_000));
  await stream.until((block) => rowsOf([block]).at(-1)?.content.startsWith('200') ?? false);

  await server.close();
  expect(await stream.next()).toBeUndefined();
  expect(() => server.publish('alice', { content: 'x', notificationTypeId: 1 })).toThrow(
    'database connection is not open',
  );
});

test('after a restart on the same database and port a client resumes with nothing lost', async () => {
  const first = await temporaryServer();
  const stream = await openStream(`${first.url}/api/live`, first.token);
  const { id } = (await stream.until(isCaughtUp)).at(-1) ?? {};
  const [before] = publishRows(first, 1);
  await first.close();

  const second = await temporaryServer({ dbFile: first.dbFile, port: first.port });
  const [after] = publishRows(second, 1);
  const resumed = await openStream(`${second.url}/api/live`, first.token, { 'last-event-id': id ?? '' });
  expect(rowsOf(await resumed.until(isCaughtUp))).toEqual([before, after]);
});

test('a row that another process wrote is delivered with the next heartbeat at the latest', async () => {
  const one = await temporaryServer({ heartbeatMs: 50 });
  const two = await temporaryServer({ dbFile: one.dbFile });
  const stream = await openStream(`${one.url}/api/live`, one.token);
  await stream.until(isCaughtUp);
  const [row] = publishRows(two, 1);
  expect(rowsOf(await stream.until(({ data }) => data !== undefined))).toEqual([row]);
});
