import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { arrive, counts, draft } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { DatabaseFromTheFuture, type Db, openDatabase, openOrReplaceDatabase, prepared } from './database.ts';
import { migrations } from './migrations.ts';

const NOW = new Date('2024-05-01T10:00:00.123Z');
const inFolder = () => join(temporaryFolder(), 'bellhop.db');

function open(file: string): Db {
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  return db;
}
const schemaOf = (db: Db) => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();

test('a fresh file gets the newest schema: strict tables, a write-ahead log, foreign keys', () => {
  const db = open(inFolder());
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(1);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  const tables = db.prepare(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
  );
  const own = (tables.all() as { name: string; strict: number }[]).filter(
    ({ name }) => !name.startsWith('sqlite_'),
  );
  expect(own.map(({ name }) => name).sort()).toEqual([
    'counts',
    'feeds',
    'journal',
    'leaving',
    'notices',
    'parts',
    'rule_counts',
    'search_progress',
    'seen',
    'toasts',
    'verdicts',
  ]);
  expect(own.every(({ strict }) => strict === 1)).toBe(true);
});

test.skipIf(process.platform === 'win32')('the history is for this account only', () => {
  const file = inFolder();
  arrive(open(file), [draft('a')]);
  for (const suffix of ['', '-wal', '-shm']) expect(statSync(file + suffix).mode & 0o777).toBe(0o600);
});

test('opening again changes nothing and keeps what is stored', () => {
  const file = inFolder();
  const first = openDatabase(file);
  arrive(first, [draft('a')]);
  const schema = schemaOf(first);
  first.close();
  const again = open(file);
  expect(schemaOf(again)).toEqual(schema);
  expect(counts(again)).toMatchObject({ notices: 1, seen: 1, verdicts: 1 });
});

test('a file from the future is refused in words, and neither changed nor set aside', () => {
  const file = inFolder();
  const future = new Database(file);
  future.pragma('user_version = 99');
  future.close();
  const opening = () => openOrReplaceDatabase(file, NOW);
  expect(opening).toThrow(DatabaseFromTheFuture);
  expect(opening).toThrow(
    /written by a newer Bellhop \(schema 99; this one knows \d+\)\. Start the newer version/,
  );
  const still = new Database(file);
  onTestFinished(() => void still.close());
  expect(still.pragma('user_version', { simple: true })).toBe(99);
  expect(schemaOf(still)).toEqual([]);
});

test.each([
  ['no database', (file: string) => writeFileSync(file, 'this is no database '.repeat(500))],
  [
    'a database with a broken first page',
    (file: string) => {
      openDatabase(file).close();
      const bytes = readFileSync(file);
      bytes.fill(0xff, 100, 4096);
      writeFileSync(file, bytes);
    },
  ],
  [
    'a database with a broken page in its middle',
    (file: string) => {
      const db = openDatabase(file);
      arrive(
        db,
        Array.from({ length: 500 }, (_, n) => draft(`notice ${n} ${'x'.repeat(100)}`)),
      );
      db.close();
      const bytes = readFileSync(file);
      bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8192);
      writeFileSync(file, bytes);
    },
  ],
])('%s is set aside with its date and a fresh one begins', (_what, damage) => {
  const file = inFolder();
  damage(file);
  const damaged = readFileSync(file);
  const { db, setAside } = openOrReplaceDatabase(file, NOW);
  onTestFinished(() => void db.close());
  expect(setAside).toBe(`${file}.damaged-2024-05-01T10-00-00-123Z`);
  expect(readFileSync(setAside as string).equals(damaged)).toBe(true);
  arrive(db, [draft('a')]);
  expect(counts(db).notices).toBe(1);
});

test('what is no damage is thrown, and nothing is moved', () => {
  const folder = temporaryFolder();
  expect(() => openOrReplaceDatabase(folder, NOW)).toThrow(/unable to open/);
  const { db, setAside } = openOrReplaceDatabase(join(folder, 'fine.db'), NOW);
  db.close();
  expect(setAside).toBeNull();
});

test('a failing migration leaves the version and the schema as they were', () => {
  const file = inFolder();
  const foreign = new Database(file);
  foreign.exec('CREATE TABLE toasts (other TEXT)'); // the first migration can't be applied to this
  const schema = schemaOf(foreign);
  foreign.close();
  expect(() => openDatabase(file)).toThrow(/toasts already exists/);
  const still = new Database(file);
  onTestFinished(() => void still.close());
  expect(still.pragma('user_version', { simple: true })).toBe(0);
  expect(schemaOf(still)).toEqual(schema);
});

test('a statement is compiled once', () => {
  const db = open(inFolder());
  expect(prepared(db, 'SELECT 1')).toBe(prepared(db, 'SELECT 1'));
  expect(prepared(db, 'SELECT 1')).not.toBe(prepared(open(inFolder()), 'SELECT 1'));
});
