import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startServer } from '../server/serve.ts';
import { publishRows, temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop, type TestBellhop } from './bellhop.ts';

/** Bellhop against the real companion server, over real sockets and files. */

const row = (content: string) => ({ content, notificationTypeId: 1 });
const bodies = async (bellhop: TestBellhop) => (await bellhop.notices()).map(({ body }) => body).reverse();

async function until(bellhop: TestBellhop, isIt: () => Promise<boolean>): Promise<void> {
  while (!(await isIt())) await bellhop.states.next();
}
const untilCount = (bellhop: TestBellhop, count: number) =>
  until(bellhop, async () => (await bellhop.notices()).length >= count);

test('the first connection imports the last 24 hours, read and without toasts; then it is live', async () => {
  const server = await temporaryServer();
  publishRows(server, 30);
  const bellhop = openTestBellhop();
  await listenTo(bellhop, server);
  await untilCount(bellhop, 31);
  expect((await bellhop.notices()).every(({ readAt }) => readAt !== null)).toBe(true);
  server.publish('alice', row('live'));
  await untilCount(bellhop, 32);
  expect((await bellhop.requests.getState({})).state.unread).toBe(1);
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(['live']);
});

test('stopped and started again with rows published in between: nothing lost, nothing doubled, in order', async () => {
  let server = await temporaryServer();
  const { port, dbFile } = server;
  const bellhop = openTestBellhop();
  await listenTo(bellhop, server);
  const expected = ['history'];
  const publish = (content: string) => {
    server.publish('alice', row(content));
    expected.push(content);
  };
  for (const round of [1, 2]) {
    publish(`live, round ${round}`);
    await server.close();
    await bellhop.state(({ sources }) => sources[0]?.feed.kind !== 'open');
    server = await temporaryServer({ dbFile }); // on another port: Bellhop doesn't see these come
    publish(`missed, round ${round}`);
    publish(`missed too, round ${round}`);
    await server.close();
    server = await temporaryServer({ port, dbFile });
    await untilCount(bellhop, expected.length);
  }
  expect(await bodies(bellhop)).toEqual(expected);
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(expected.slice(1));
});

test('a server that comes back with an empty database is followed on', async () => {
  const before = await temporaryServer();
  const { port, dbFile } = before;
  const bellhop = openTestBellhop();
  await listenTo(bellhop, before);
  await before.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(dbFile + suffix, { force: true });
  const after = await startServer({ port, dbFile });
  const renewed = { kind: 'bearer', token: after.createToken('alice') } as const;
  after.publish('alice', row('in the new database'));
  const [source] = bellhop.settings.read().sources;
  await bellhop.requests.editSource({ ...(source as NonNullable<typeof source>), credential: renewed });
  await untilCount(bellhop, 2);
  after.publish('alice', row('live again'));
  await untilCount(bellhop, 3);
  expect(await bodies(bellhop)).toEqual(['history', 'in the new database', 'live again']);
  await bellhop.close();
  await after.close();
});

test('a flood is one digest, with every notice in the inbox', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server);
  await bellhop.requests.setSourceEnabled({ id, enabled: false });
  publishRows(server, 500);
  await bellhop.requests.setSourceEnabled({ id, enabled: true });
  const digest = await bellhop.toasts.next();
  expect(digest).toMatchObject({ title: '500 new notifications', body: 'Server 500\n500\n499\n498' });
  expect(bellhop.toasts.items).toHaveLength(1);
  expect((await bellhop.requests.getState({})).state.unread).toBe(500);
  const why = (await bellhop.detail('250')).why.map(({ text }) => text);
  expect(why[0]).toBe('fetched after a gap in the connection');
  await until(bellhop, async () => (await bellhop.detail('250')).toasted);
  digest.click();
  expect((await bellhop.requests.getState({})).state.unread).toBe(500);
});

test('a live burst: a few toasts of their own at most, one digest, every notice once', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  await listenTo(bellhop, server);
  publishRows(server, 300);
  await untilCount(bellhop, 301);
  await bellhop.toasts.until((toasts) => toasts.some(({ title }) => /^\d+ new/.test(title)));
  const digests = bellhop.toasts.items.filter(({ title }) => /^\d+ new/.test(title));
  const singles = bellhop.toasts.items.length - digests.length;
  expect(digests).toHaveLength(1);
  expect(singles).toBeLessThanOrEqual(20);
  expect(singles + Number.parseInt(digests[0]?.title ?? '', 10)).toBe(300);
  expect(await bodies(bellhop)).toEqual(['history', ...Array.from({ length: 300 }, (_, i) => `${i + 1}`)]);
});

test('two servers at once stay apart', async () => {
  const [one, two] = [await temporaryServer(), await temporaryServer()];
  const bellhop = openTestBellhop();
  const first = await listenTo(bellhop, one, 'One');
  const second = await listenTo(bellhop, two, 'Two');
  one.publish('alice', row('from one'));
  two.publish('alice', row('from two'));
  await untilCount(bellhop, 4);
  const bySource = async (source: string) => {
    const filter = { view: 'unread', source, topic: null, minPriority: null } as const;
    return (await bellhop.requests.listNotices({ filter, before: null, limit: 10 })).notices.map(
      ({ body }) => body,
    );
  };
  expect([await bySource(first), await bySource(second)]).toEqual([['from one'], ['from two']]);
});

test('closed and opened again it goes on where it was; what it stored stays', async () => {
  const server = await temporaryServer();
  const first = openTestBellhop();
  await listenTo(first, server);
  server.publish('alice', row('seen'));
  await untilCount(first, 2);
  await first.close();
  server.publish('alice', row('while away'));
  const second = openTestBellhop(first.folder);
  await second.apply({ server: first.settings.read().sources[0]?.url, token: server.token, hidden: false });
  await untilCount(second, 3);
  expect(await bodies(second)).toEqual(['history', 'seen', 'while away']);
  expect(second.toasts.items.map(({ body }) => body)).toEqual(['while away']);
});
