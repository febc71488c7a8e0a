import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createToken } from './auth.ts';
import { databaseFile } from './demo.ts';
import { createHandler } from './handler.ts';
import { createHub } from './hub.ts';
import { publish } from './publish.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Row } from './store/store.ts';
import {
  isCaughtUp,
  type OpenStream,
  openStream,
  publishRows,
  readStream,
  rowsOf,
  temporaryFolder,
  temporaryServer,
} from './testing.ts';

const V1 = '/api/v1/user/notifications/live';
const row = { content: 'hello', notificationTypeId: 1 };

/** Reads until n rows have come. */
async function readRows(stream: OpenStream, n: number): Promise<Row[]> {
  let count = 0;
  const blocks = await stream.until((block) => {
    count += rowsOf([block]).length;
    return count >= n;
  });
  return rowsOf(blocks);
}

test.each(['/api/live', V1])(
  '%s answers at once: headers, retry, a cursor, then rows as they are published',
  async (path) => {
    const server = await temporaryServer({ heartbeatMs: 7000 });
    server.publish('alice', { content: 'old', notificationTypeId: 1 });
    const old = server.publish('alice', { content: 'old', notificationTypeId: 1 });
    server.publish('bob', row);

    const stream = await openStream(server.url + path, server.token);
    expect(stream.response.status).toBe(200);
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'bellhop-heartbeat': '7',
    });
    expect(stream.response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await stream.next()).toEqual({ retry: '1000' });
    expect(await stream.next()).toEqual({ event: 'caught-up', id: `${old.id}`, data: `{"head":${old.id}}` });

    server.publish('bob', row);
    const full = { ...row, title: 'T', priority: 4, link: 'https://a.example/', tags: ['x'] };
    const published = server.publish('alice', full);
    const event = await stream.next();
    expect(event).toEqual({ id: `${published.id}`, data: JSON.stringify([published]) });
    expect(rowsOf([event ?? {}])).toEqual([{ ...full, id: published.id, createdAt: published.createdAt }]);
  },
);

test('the first stream of a user without rows gets the cursor 0, from which nothing is missed', async () => {
  const server = await temporaryServer();
  const first = await openStream(`${server.url}/api/live`, server.token);
  expect((await first.until(isCaughtUp)).at(-1)).toEqual({ event: 'caught-up', id: '0', data: '{"head":0}' });
  first.abort();
  const missed = server.publish('alice', row);

  const second = await openStream(`${server.url}/api/live`, server.token, { 'last-event-id': '0' });
  expect(rowsOf(await second.until(isCaughtUp))).toEqual([missed]);
});

test('Last-Event-ID resumes after that row, and wins over since', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 5);
  const headers = { 'last-event-id': `${rows[2]?.id}` };
  const stream = await openStream(`${server.url}/api/live?since=0`, server.token, headers);
  const blocks = await stream.until(isCaughtUp);
  expect(rowsOf(blocks)).toEqual(rows.slice(3));
  expect(blocks.at(-1)).toMatchObject({ id: `${rows[4]?.id}` });
});

test('since takes an id, a time in milliseconds or an ISO time, which includes the rows of that very millisecond', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 3);
  const backfill = async (since: string) => {
    const stream = await openStream(
      `${server.url}/api/live?since=${encodeURIComponent(since)}`,
      server.token,
    );
    return rowsOf(await stream.until(isCaughtUp));
  };
  expect(await backfill(`${rows[0]?.id}`)).toEqual(rows.slice(1));
  expect(await backfill(`${Date.now() - 60_000}`)).toEqual(rows);
  expect(await backfill(rows[0]?.createdAt ?? '')).toEqual(rows);
  expect(await backfill('2020-01-01T00:00:00+02:00')).toEqual(rows);
  expect(await backfill('2999-01-01T00:00:00Z')).toEqual([]);
});

test.each([
  '',
  'yesterday',
  '-1',
  '1.5',
  '12345678901234567',
  '9999999999999999',
  '2026-01-01',
  '1; DROP TABLE',
])('since=%s is a 400 that says what is taken', async (since) => {
  const server = await temporaryServer();
  const { response } = await openStream(
    `${server.url}/api/live?since=${encodeURIComponent(since)}`,
    server.token,
  );
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { code: 'invalid', message: expect.stringContaining('since: expected a row id') },
  });
});

test.each(['0b9f2a52-1f0b-4a26-9c5c-3b1f6a0d7d11', 'x', '-5', '9007199254740993'])(
  'a Last-Event-ID that is not ours (%s) is no error and no resume',
  async (id) => {
    const server = await temporaryServer();
    const rows = publishRows(server, 2);
    const stream = await openStream(`${server.url}/api/live`, server.token, { 'last-event-id': id });
    const blocks = await stream.until(isCaughtUp);
    expect(rowsOf(blocks)).toEqual([]);
    expect(blocks.at(-1)).toMatchObject({ id: `${rows[1]?.id}` });
  },
);

test('a cursor beyond our newest row misses nothing that is published from then on', async () => {
  const server = await temporaryServer();
  const stream = await openStream(`${server.url}/api/live`, server.token, { 'last-event-id': `${2 ** 52}` });
  await stream.until(isCaughtUp);
  const published = server.publish('alice', row);
  expect(await readRows(stream, 1)).toEqual([published]);
});

test('a long backfill comes in events of at most 100 rows, in the order of ids', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 600);
  const stream = await openStream(`${server.url}/api/live?since=0`, server.token);
  const blocks = await stream.until(isCaughtUp);
  expect(blocks.map((block) => rowsOf([block]).length)).toEqual([0, 100, 100, 100, 100, 100, 100, 0]);
  expect(rowsOf(blocks)).toEqual(rows);
  for (const block of blocks.filter(({ data, event }) => data && !event)) {
    expect(block.id).toBe(`${rowsOf([block]).at(-1)?.id}`);
  }
});

test('large rows are spread over events below 256 KiB', async () => {
  const server = await temporaryServer();
  const rows = publishRows(server, 20, 'ü'.repeat(30_000));
  const stream = await openStream(`${server.url}/api/live?since=0`, server.token);
  const blocks = await stream.until(isCaughtUp);
  expect(rowsOf(blocks)).toEqual(rows);
  expect(Math.max(...blocks.map(({ data }) => Buffer.byteLength(data ?? '')))).toBeLessThan(257 * 1024);
});

test('rows published during a backfill come once, in order, after caught-up', async () => {
  // Asked without a socket, whose buffers would swallow the whole backfill: here each page waits until it is read.
  const store = openSqliteStore(databaseFile(temporaryFolder()));
  onTestFinished(() => store.close());
  const hub = createHub();
  const { signal: closing } = new AbortController();
  const authorization = `Bearer ${createToken(store, 'alice')}`;
  const publishMany = (n: number) => Array.from({ length: n }, () => publish(store, hub, 'alice', large));
  const large = { content: 'x'.repeat(60_000), notificationTypeId: 1 };
  const before = publishMany(20);

  const request = new Request('http://test/api/live?since=0', { headers: { authorization } });
  const app = createHandler({ store, hub, heartbeatMs: 60_000, closing });
  const stream = readStream(await app.fetch(request));
  const start = await stream.until(({ id }) => id !== undefined);
  expect(rowsOf(start).length).toBeLessThan(before.length);
  const during = publishMany(3);
  const backfill = [...start, ...(await stream.until(isCaughtUp))];
  expect(rowsOf(backfill)).toEqual(before);
  expect(backfill.at(-1)).toMatchObject({ id: `${before.at(-1)?.id}` });
  expect(rowsOf([(await stream.next()) ?? {}])).toEqual(during);
});

test('however a connection is cut and resumed, each row is delivered once and in order', async () => {
  const server = await temporaryServer();
  const step = fc.record({ before: fc.nat(4), during: fc.nat(4), cutAfter: fc.nat(9) });
  let user = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const userId = `user ${user++}`;
      const token = server.createToken(userId);
      const published: Row[] = [];
      const received: Row[] = [];
      let cursor = '0';
      const publish = (n: number) => {
        for (let i = 0; i < n; i++)
          published.push(server.publish(userId, { ...row, content: `${published.length}` }));
      };
      for (const { before, during, cutAfter } of [...steps, { before: 1, during: 1, cutAfter: Infinity }]) {
        publish(before);
        const stream = await openStream(`${server.url}/api/live`, token, { 'last-event-id': cursor });
        publish(during);
        const enough = Math.min(received.length + cutAfter, published.length);
        while (received.length < enough) {
          const block = (await stream.next()) ?? {};
          cursor = block.id ?? cursor;
          received.push(...rowsOf([block]));
        }
        stream.abort();
      }
      expect(received).toEqual(published);
    }),
    { numRuns: 30 },
  );
});

test('silence is filled with comments', async () => {
  const server = await temporaryServer({ heartbeatMs: 30 });
  const stream = await openStream(`${server.url}/api/live`, server.token);
  await stream.until(isCaughtUp);
  expect(await stream.next()).toEqual({ '': '' });
  expect(await stream.next()).toEqual({ '': '' });
  const published = server.publish('alice', row);
  expect(await readRows(stream, 1)).toEqual([published]);
});

test('revoking a token, from another process too, ends its open stream at the next heartbeat and its access', async () => {
  const server = await temporaryServer({ heartbeatMs: 100 });
  const stream = await openStream(`${server.url}/api/live`, server.token);
  await stream.until(isCaughtUp);
  const other = openSqliteStore(server.dbFile);
  other.revokeTokens('alice');
  other.addRow('alice', row);
  other.close();

  await expect(stream.until(({ data }) => data !== undefined)).rejects.toThrow('The stream ended');
  const { response } = await openStream(`${server.url}/api/live`, server.token);
  expect(response.status).toBe(401);
});

test('a stream outlives what happens to another one', async () => {
  const server = await temporaryServer();
  const [stays, goes] = [
    await openStream(`${server.url}/api/live`, server.token),
    await openStream(`${server.url}/api/live`, server.token),
  ];
  await Promise.all([stays.until(isCaughtUp), goes.until(isCaughtUp)]);
  goes.abort();
  const rows = publishRows(server, 3);
  expect(await readRows(stays, 3)).toEqual(rows);
});
