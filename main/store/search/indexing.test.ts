import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../../../testing/database.ts';
import { temporaryFolder } from '../../../testing/folder.ts';
import { type Db, openDatabase } from '../database.ts';
import { migrations } from '../migrations.ts';
import { indexInBackground, indexPortion, isIndexing } from './indexing.ts';

/** Throws where the index isn’t exactly what the notices say. https://sqlite.org/fts5.html#the_integrity_check_command */
const check = (db: Db) => db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
const count = (db: Db, word: string) =>
  db.prepare('SELECT count(*) FROM search WHERE search MATCH ?').pluck().get(word);

/** As a history looks right after the migration that brought the index. */
function notIndexedYet(db: Db): void {
  db.exec("INSERT INTO search (search) VALUES ('delete-all')");
  db.exec('UPDATE search_progress SET indexedFrom = (SELECT max(id) + 1 FROM notices)');
}

test('a new history has nothing to catch up with', () => {
  const db = temporaryDatabase();
  expect(isIndexing(db)).toBe(false);
  arrive(db, [draft('1', { body: 'disk' })]);
  expect([isIndexing(db), count(db, 'disk')]).toEqual([false, 1]);
});

test('what was there before is indexed in portions, newest first, and goes on where it was', () => {
  const db = temporaryDatabase();
  arrive(
    db,
    [...'abcde'].map((key) => draft(key, { body: `disk ${key}` })),
  );
  notIndexedYet(db);
  expect([isIndexing(db), count(db, 'disk')]).toEqual([true, 0]);
  expect([indexPortion(db, 2), count(db, 'disk'), count(db, 'e')]).toEqual([true, 2, 1]);
  expect([indexPortion(db, 2), indexPortion(db, 2), isIndexing(db)]).toEqual([true, false, false]);
  check(db);
});

test('an index made before letters such as ß were written plainly is made anew', () => {
  const file = join(temporaryFolder(), 'bellhop.db');
  const old = new Database(file);
  old.function('spread', (text: unknown) => text);
  old.exec(migrations.slice(0, 8).join('\n'));
  old.pragma('user_version = 8');
  const insert = old.prepare(
    `INSERT INTO notices (source, body, priority, tags, receivedAt, sortAt, arrival) VALUES ('s', ?, 3, '[]', 1, 1, 'live')`,
  );
  for (const body of ['Straße', 'disk']) insert.run(body);
  old.close();
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  db.exec("DELETE FROM notices WHERE body = 'disk'");
  arrive(db, [draft('3', { body: 'Großstadt' })]);
  while (indexPortion(db, 1));
  expect(['strasse', 'grossstadt', 'disk'].map((word) => count(db, word))).toEqual([1, 1, 0]);
});

test('in the background it is through at last', async () => {
  const db = temporaryDatabase();
  arrive(
    db,
    Array.from({ length: 1_200 }, (_, n) => draft(`${n}`, { body: `disk ${n}` })),
  );
  notIndexedYet(db);
  const error = await new Promise((resolve) => {
    indexInBackground(db, resolve);
    const look = setInterval(() => !isIndexing(db) && resolve(clearInterval(look)));
  });
  expect([error, count(db, 'disk')]).toEqual([undefined, 1_200]);
  check(db);
});

test('whatever happens to notices, indexed or not yet, the index says what they say', () => {
  const db = temporaryDatabase();
  const texts = fc.constantFrom('disk full', 'disk', 'Café', '');
  const change = fc.oneof(
    fc.record({ kind: fc.constant('come'), body: texts }),
    fc.record({ kind: fc.constantFrom('edit', 'go', 'read'), at: fc.nat(9), body: texts }),
    fc.record({ kind: fc.constant('index') }),
  );
  const apply = (one: { kind: string; at?: number; body?: string }, n: number) => {
    const id = db
      .prepare('SELECT id FROM notices ORDER BY id LIMIT 1 OFFSET ?')
      .pluck()
      .get(one.at ?? 0);
    if (one.kind === 'come') arrive(db, [draft(`${n} ${Math.random()}`, { body: one.body ?? '' })]);
    if (one.kind === 'edit')
      db.prepare('UPDATE notices SET body = ?, title = ? WHERE id = ?').run(one.body, one.body, id);
    if (one.kind === 'go') db.prepare('DELETE FROM notices WHERE id = ?').run(id);
    if (one.kind === 'read') db.prepare('UPDATE notices SET readAt = 1, body = body WHERE id = ?').run(id);
    if (one.kind === 'index') indexPortion(db, 3);
  };
  const property = fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
    db.exec('DELETE FROM notices; DELETE FROM seen');
    arrive(
      db,
      [...'abcdefgh'].map((key) => draft(key, { body: `disk ${key}` })),
    );
    notIndexedYet(db);
    changes.forEach(apply);
    while (indexPortion(db, 3));
    check(db);
    const withDisk = db.prepare(
      "SELECT count(*) FROM notices WHERE body LIKE '%disk%' OR title LIKE '%disk%'",
    );
    expect(count(db, 'disk')).toBe(withDisk.pluck().get());
  });
  fc.assert(property, { numRuns: 40 });
});
