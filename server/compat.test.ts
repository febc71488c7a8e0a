import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { openStream, parseBlock, publishRows, rawGet, requestArrived, temporaryServer } from './testing.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const compat = { cycles: 3, cycleMs: 60 };

test('no byte is on the wire before the first row: the first chunk holds headers and row together', async () => {
  const server = await temporaryServer({ compat: { cycles: 20, cycleMs: 100 } });
  const arrived = requestArrived('/api/live');
  const socket = rawGet(server.port, '/api/live', server.token);
  await arrived;
  server.publish('alice', { content: 'now', notificationTypeId: 1 });

  const [chunk] = await once(socket, 'data');
  const [head, ...body] = String(chunk).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  expect(body.join()).toMatch(
    /id: .*\ndata: \[\{"content":"now","notificationTypeId":1,"createdAt":".*"\}\]\n\n/,
  );
});

test('with no row at all the headers come with the end, after the last sleep', async () => {
  const server = await temporaryServer({ compat });
  const socket = rawGet(server.port, '/api/live', server.token);
  const [chunk] = await once(socket, 'data');
  expect(String(chunk)).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\n0\r\n\r\n$/);
});

test('the headers are those of the original, and nothing of the companion', async () => {
  const server = await temporaryServer({ compat });
  const socket = rawGet(server.port, '/api/live', server.token);
  const [head = ''] = String(await once(socket, 'data')).split('\r\n\r\n');
  const names = head
    .split('\r\n')
    .slice(1)
    .map((line) => line.toLowerCase());
  expect(names).toEqual(
    expect.arrayContaining([
      'cache-control: no-cache',
      'connection: keep-alive',
      'content-type: text/event-stream',
    ]),
  );
  expect(head.toLowerCase()).not.toMatch(/bellhop|accel/);
});

test('rows come newest first with three fields and a random id, no name, retry or comment; then the stream ends', async () => {
  const server = await temporaryServer({ compat: { cycles: 3, cycleMs: 150 } });
  const arrived = requestArrived('/api/v1/user/notifications/live');
  const answer = openStream(`${server.url}/api/v1/user/notifications/live`, server.token);
  await arrived;
  publishRows(server, 3);
  const blocks = (await (await answer).response.text()).split('\n\n').filter(Boolean).map(parseBlock);

  expect(blocks.map(Object.keys)).toEqual(blocks.map(() => ['id', 'data']));
  expect(blocks.every(({ id }) => UUID.test(id ?? ''))).toBe(true);
  const rows = blocks.flatMap(({ data }) => JSON.parse(data ?? ''));
  expect(rows.map(Object.keys)).toEqual(rows.map(() => ['content', 'notificationTypeId', 'createdAt']));
  // >= may repeat a row of the same millisecond in the next cycle, as in the original.
  expect(rows.slice(0, 3).map(({ content }: { content: string }) => content)).toEqual(['3', '2', '1']);
});

test('what was published before the connection is not sent, whatever Last-Event-ID and since say', async () => {
  const server = await temporaryServer({ compat });
  const [first, , last] = publishRows(server, 3);
  await vi.waitUntil(() => Date.now() > Date.parse(last?.createdAt ?? ''), { interval: 1 });
  const { response } = await openStream(`${server.url}/api/live?since=0`, server.token, {
    'last-event-id': `${first?.id}`,
  });
  expect(await response.text()).toBe('');
});

test('a row published after the last query is never sent', async () => {
  const server = await temporaryServer({ compat: { cycles: 1, cycleMs: 300 } });
  const arrived = requestArrived('/api/live');
  const answer = openStream(`${server.url}/api/live`, server.token);
  await arrived;
  publishRows(server, 1);
  expect(await (await answer).response.text()).toBe('');
});

test('the guard stands before it: 401 at once', async () => {
  const server = await temporaryServer({ compat: { cycles: 10, cycleMs: 10_000 } });
  expect((await openStream(`${server.url}/api/live`, 'bh_wrong')).response.status).toBe(401);
});

test('closing the server ends a stream in its sleep', async () => {
  const server = await temporaryServer({ compat: { cycles: 10, cycleMs: 10_000 } });
  const arrived = requestArrived('/api/live');
  const answer = openStream(`${server.url}/api/live`, server.token);
  await arrived;
  await server.close();
  expect(await (await answer).response.text()).toBe('');
});
