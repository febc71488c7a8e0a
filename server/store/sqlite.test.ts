import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createToken, hashToken } from '../auth.ts';
import { temporaryFolder } from '../testing.ts';
import { openSqliteStore, TOKEN_ID_LENGTH } from './sqlite.ts';

const row = { content: 'hello', notificationTypeId: 1 };
const all = { after: 0, limit: 1000 };

test('a row comes back as it was published, absent fields absent, type ids keeping their type', () => {
  const store = openSqliteStore(join(temporaryFolder(), 'server.db'), () => Date.UTC(2026, 0, 2));
  const full = {
    ...row,
    notificationTypeId: 'alert',
    title: 'T',
    priority: 5,
    link: 'https://a.example/',
    tags: ['x', 'y'],
  };

  const first = store.addRow('alice', row);
  const second = store.addRow('alice', full);
  store.addRow('bob', row);

  expect(first).toEqual({ ...row, id: Date.UTC(2026, 0, 2), createdAt: '2026-01-02T00:00:00.000Z' });
  expect([...store.rows('alice', all)]).toEqual([
    first,
    { ...full, id: first.id + 1, createdAt: first.createdAt },
  ]);
  expect(second).toEqual([...store.rows('alice', all)][1]);
  store.close();
});

test('ids grow from row to row and are never below the time of insertion, even when the clock goes back', () => {
  let now = 1_800_000_000_000;
  const store = openSqliteStore(join(temporaryFolder(), 'server.db'), () => now);
  const idAt = (time: number) => {
    now = time;
    return store.addRow('alice', row).id;
  };
  expect(idAt(1_800_000_000_000)).toBe(1_800_000_000_000);
  expect(idAt(1_800_000_000_000)).toBe(1_800_000_000_001);
  expect(idAt(1_700_000_000_000)).toBe(1_800_000_000_002);
  expect(idAt(1_800_000_009_000)).toBe(1_800_000_009_000);
  store.close();
});

test('a server that lost its database issues no id a second time', () => {
  let now = 1_800_000_000_000;
  const folder = temporaryFolder();
  const before = openSqliteStore(join(folder, 'lost.db'), () => now);
  const ids = Array.from({ length: 50 }, () => before.addRow('alice', row).id);
  before.close();

  now += 1000;
  const after = openSqliteStore(join(folder, 'fresh.db'), () => now);
  expect(after.addRow('alice', row).id).toBeGreaterThan(Math.max(...ids));
  after.close();
});

test('the id of a deleted row is not issued again', () => {
  const file = join(temporaryFolder(), 'server.db');
  const store = openSqliteStore(file, () => 1);
  store.addRow('alice', row);
  const { id } = store.addRow('alice', row);
  const other = new Database(file);
  other.prepare('DELETE FROM notifications WHERE id = ?').run(id);
  other.close();
  expect(store.addRow('alice', row).id).toBe(id + 1);
  store.close();
});

test('a token is in no file of the database, only its hash is, and a revoked one is gone', () => {
  const folder = temporaryFolder();
  const store = openSqliteStore(join(folder, 'server.db'));
  const token = createToken(store, 'alice', { label: 'phone' });
  const other = createToken(store, 'alice');

  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(bytes.some((content) => content.includes(hashToken(token)))).toBe(true);
  expect(bytes.some((content) => content.includes(token) || content.includes(token.slice(3)))).toBe(false);
  expect(store.ownerOfToken(hashToken(token))).toEqual({ userId: 'alice', publishAny: false });

  expect(store.revokeTokens(hashToken(token).slice(0, TOKEN_ID_LENGTH))).toBe(1);
  expect(store.ownerOfToken(hashToken(token))).toBeUndefined();
  expect(store.tokens()).toMatchObject([{ userId: 'alice', hash: hashToken(other) }]);
  expect(store.revokeTokens('alice')).toBe(1);
  expect(store.revokeTokens('alice')).toBe(0);
  expect(store.hasUser('alice')).toBe(false);
  store.close();
});

test('where files have modes, only its owner can read the database', () => {
  const file = join(temporaryFolder(), 'server.db');
  const store = openSqliteStore(file);
  const open = [file, `${file}-wal`, `${file}-shm`].map((path) => statSync(path).mode & 0o077);
  expect(open).toEqual(
    process.platform === 'win32' ? [expect.anything(), expect.anything(), expect.anything()] : [0, 0, 0],
  );
  store.close();
});

test("reading a user's rows uses the index", () => {
  const file = join(temporaryFolder(), 'server.db');
  openSqliteStore(file).close();
  const db = new Database(file);
  const plan = db
    .prepare(
      'EXPLAIN QUERY PLAN SELECT * FROM notifications WHERE toUserId = ? AND id > ? AND id <= ? ORDER BY id LIMIT 500',
    )
    .all('alice', 0, 1) as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH .* INDEX notificationsByUser /),
  ]);
  db.close();
});

test('a database from the future is refused in words and left alone', () => {
  const file = join(temporaryFolder(), 'server.db');
  openSqliteStore(file).close();
  const db = new Database(file);
  db.pragma('user_version = 99');
  expect(() => openSqliteStore(file)).toThrow(
    /newer Bellhop \(version 99; this one knows 1\)\. Update Bellhop/,
  );
  expect(db.pragma('user_version', { simple: true })).toBe(99);
  db.close();
});

test('a file that is no database is an error in words', () => {
  const file = join(temporaryFolder(), 'server.db');
  writeFileSync(file, 'not a database, but long enough to look like something else'.repeat(20));
  expect(() => openSqliteStore(file)).toThrow(
    `Can't open the server's database ${file}: file is not a database`,
  );
});
