import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { listenTo, openTestBellhop, type TestBellhop } from '../bellhop.ts';
import { expectStored, journalWith } from './scene.ts';

/** A history that can't be written: nothing is shown that isn't stored, and nothing is lost when it can be again. */

/** Bellhop listening to the companion server, and what was published there. */
async function scene() {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server);
  const published = ['history'];
  const publish = (title: string, content = title) => {
    server.publish('alice', { title, content, notificationTypeId: 1 });
    published.push(title);
  };
  publish('before');
  await expectStored(bellhop, published);
  const expectAll = async () => {
    const titles = async () => (await bellhop.notices()).map(({ title, body }) => title ?? body).reverse();
    while ((await titles()).length < published.length) await bellhop.states.next();
    expect(await titles()).toEqual(published);
    expect(bellhop.toasts.items.map(({ title }) => title)).toEqual(published.slice(1));
  };
  return { server, bellhop, id, publish, expectAll };
}

const troubleOf = async (bellhop: TestBellhop, code: string) => {
  const { sources } = await bellhop.state((state) => {
    const feed = state.sources[0]?.feed;
    return feed?.kind === 'waiting' && feed.why.code === code;
  });
  return sources[0]?.feed as { why: { text: string } };
};

test('a full disk: said in words, tried again with patience, and all arrives once there is room', async () => {
  const { bellhop, id, publish, expectAll } = await scene();
  bellhop.db.pragma(`max_page_count = ${bellhop.db.pragma('page_count', { simple: true })}`);
  for (const n of [1, 2, 3]) publish(`${n}`, 'long '.repeat(2_000)); // the first may fit into what is there
  const feed = await troubleOf(bellhop, 'disk-full');
  expect(feed.why.text).toBe('has news, but the disk is full');
  publish('small, but not before its turn');
  const again = bellhop.states.next(({ sources }) => sources[0]?.feed.kind === 'waiting');
  await bellhop.requests.retrySource({ id });
  await again;
  const stored = (await bellhop.notices()).map(({ title }) => title);
  expect(stored).not.toContain('small, but not before its turn');
  expect(bellhop.toasts.items.filter(({ title }) => !stored.includes(title))).toEqual([]);
  bellhop.db.pragma('max_page_count = 1000000');
  publish('after');
  await expectAll();
  await journalWith(bellhop, id, /^has news, but the disk is full \(SQLITE_FULL/);
});

test('a history that may only be read for a while', async () => {
  const { bellhop, id, publish, expectAll } = await scene();
  bellhop.db.pragma('query_only = ON');
  publish('during');
  const feed = await troubleOf(bellhop, 'store-read-only');
  expect(feed.why.text).toBe('has news, but the history can’t be written (read-only)');
  const { problems } = (await bellhop.requests.getState({})).state;
  expect(problems).toMatchObject([{ text: 'The journal can’t be written.' }]);
  bellhop.db.pragma('query_only = OFF');
  await expectAll();
  await journalWith(bellhop, id, /^has news, but the history can’t be written/);
  expect((await bellhop.requests.getState({})).state.problems).toEqual([]);
});

test('a history that another program holds for long: Bellhop goes on living, and stores it afterwards', async () => {
  const { bellhop, publish, expectAll } = await scene();
  const other = new Database(join(bellhop.folder, 'bellhop.db'));
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  publish('during');
  const feed = await troubleOf(bellhop, 'store-busy');
  expect(feed.why.text).toBe('has news, but another program holds the history');
  expect(await bellhop.notices()).toHaveLength(2);
  // It waits for the other on the thread that the window needs.
  expect(bellhop.db.pragma('busy_timeout', { simple: true })).toBeLessThanOrEqual(500);
  other.exec('ROLLBACK');
  await expectAll();
});

test('a history that breaks while Bellhop runs: said at once, tried with patience, and cured by the next start', async () => {
  const { bellhop, server } = await scene();
  const file = join(bellhop.folder, 'bellhop.db');
  bellhop.db.pragma('wal_checkpoint(TRUNCATE)');
  writeFileSync(file, readFileSync(file).fill(0xff, 4096));
  bellhop.db.pragma('shrink_memory'); // its own copies of the pages would do for long
  server.publish('alice', { content: 'during', notificationTypeId: 1 });
  const { problems } = await bellhop.state((state) => state.problems.some(({ id }) => id === 'database'));
  const told = problems.find(({ id }) => id === 'database');
  expect(told?.text).toBe(
    'The history is damaged. Quit Bellhop and start it again: it begins a new one, and your servers fill it.',
  );
  await troubleOf(bellhop, 'store-damaged');
  await bellhop.close();

  const again = openTestBellhop(bellhop.folder);
  await again.apply({ server: server.url, token: server.token, hidden: false });
  await expectStored(again, ['history', 'before', 'during']);
  expect((await again.requests.getState({})).state.problems).toMatchObject([
    { text: 'The history was damaged. Bellhop began a new one, and your servers fill it again.' },
  ]);
  server.publish('alice', { content: 'after', notificationTypeId: 1 });
  await again.toasts.until(({ length }) => length === 1);
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(['before']);
  expect(again.toasts.items.map(({ body }) => body)).toEqual(['after']);
});
