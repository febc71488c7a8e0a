import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { arrive, draft } from '../../../testing/database.ts';
import { temporaryFolder } from '../../../testing/folder.ts';
import { openDatabase } from '../database.ts';
import { parseQuery } from './query.ts';
import type { Search } from './search.ts';
import { createSearcher, SearchBroke } from './searcher.ts';

const wanted = (text: string): Search => ({
  query: parseQuery(text, []),
  filter: { view: null, source: null, topic: null, minPriority: null },
  ...{ before: null, limit: 50 },
});

function make(file = join(temporaryFolder(), 'bellhop.db'), idleMs?: number) {
  const searcher = createSearcher(file, idleMs);
  onTestFinished(searcher.stop);
  const open = () => {
    const db = openDatabase(file);
    onTestFinished(() => void db.close());
    return db;
  };
  return { searcher, open };
}

test('a thread searches what is committed, from the moment it is', async () => {
  const { searcher, open } = make();
  const db = open();
  arrive(db, [draft('1', { body: 'disk full' })]);
  expect(await searcher.search(wanted('dis'))).toMatchObject({
    notices: [{ body: 'disk full' }],
    next: null,
  });
  arrive(db, [draft('2', { body: 'disk empty' })], { now: 2_000 });
  const bodies = (await searcher.search(wanted('dis')))?.notices.map(({ body }) => body);
  expect(bodies).toEqual(['disk empty', 'disk full']);
});

test('the newest search wins: those before it are answered with nothing', async () => {
  const { searcher, open } = make();
  arrive(open(), [draft('1', { body: 'disk full' })]);
  const all = await Promise.all(['d', 'di', 'dis'].map((text) => searcher.search(wanted(text))));
  expect(all.map((page) => page?.notices.length ?? null)).toEqual([null, null, 1]);
});

test('a thread that breaks down is told, and the next search starts a new one', async () => {
  const { searcher, open } = make();
  await expect(searcher.search(wanted('disk'))).rejects.toThrow(SearchBroke); // there is no history yet
  arrive(open(), [draft('1', { body: 'disk full' })]);
  expect((await searcher.search(wanted('disk')))?.notices).toHaveLength(1);
});

test('a search that fails is told, and the thread goes on', async () => {
  const { searcher, open } = make();
  const db = open();
  arrive(db, [draft('1', { body: 'disk full' })]);
  db.exec('ALTER TABLE notices RENAME TO elsewhere');
  await expect(searcher.search(wanted('disk'))).rejects.toThrow(/no such table/);
  db.exec('ALTER TABLE elsewhere RENAME TO notices');
  expect((await searcher.search(wanted('disk')))?.notices).toHaveLength(1);
});

test('a thread nobody asks any more ends, and another one answers later', async () => {
  const { searcher, open } = make(undefined, 0);
  arrive(open(), [draft('1', { body: 'disk full' })]);
  for (let i = 0; i < 3; i++) {
    expect((await searcher.search(wanted('disk')))?.notices).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve)); // the idle time is over
  }
});

test('stopping answers what is asked, with nothing', async () => {
  const { searcher, open } = make();
  open();
  const asked = searcher.search(wanted('disk'));
  await searcher.stop();
  expect(await asked).toBeNull();
});
