import { chmodSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../words/refusal.ts';
import { migrations } from './migrations.ts';
import { giveSpread } from './search/spread.ts';

export type Db = Database.Database;

const statements = new WeakMap<Db, Map<string, Database.Statement>>();

/** A statement compiled once per database: compiling costs more than most of them take to run. */
export function prepared(db: Db, sql: string): Database.Statement {
  const cache = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, cache);
  const statement = cache.get(sql) ?? db.prepare(sql);
  cache.set(sql, statement);
  return statement;
}

/** The file was written by a newer Bellhop. Going on could destroy what that one stored. */
export class DatabaseFromTheFuture extends Refusal {
  override name = 'DatabaseFromTheFuture';
}

/** While it opens, whoever looked at the file after a crash may still be putting it right. */
const OPENING_BUSY_MS = 2_000;
/**
 * Nobody but Bellhop should write here. Should another program hold the file, waiting for it would stop the window; the feed
 * tries again by itself.
 */
const BUSY_MS = 200;

/**
 * Opens (or makes) the history and brings it to the newest schema.
 * WAL with synchronous=NORMAL: after a power cut the last commits may be gone, but whole, cursor and rows
 * together, and the server sends them again. https://sqlite.org/wal.html#performance_considerations
 * @throws DatabaseFromTheFuture; SqliteError when the file can't be opened or is no database.
 */
export function openDatabase(file: string): Db {
  const db = new Database(file, { timeout: OPENING_BUSY_MS });
  try {
    chmodSync(file, 0o600); // the folder may be open to others; -wal and -shm take after it
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    giveSpread(db);
    migrate(db);
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/**
 * Gives back the pages kept in memory for the next look, up to 16 MB after much scrolling.
 * https://sqlite.org/pragma.html#pragma_shrink_memory
 */
export function giveMemoryBack(db: Db): void {
  if (db.open) db.pragma('shrink_memory');
}

/** `unchecked`: it may be damaged further in, and should be looked at (`check/check.ts`) while Bellhop runs. */
export type OpenedDatabase = { db: Db; unchecked: boolean; setAside: string | null };

/**
 * As `openDatabase`, but a file that is no database or is damaged is set aside with its date and a fresh one is
 * started: sources and settings live elsewhere, so the servers fill it again.
 * @returns the database, and where the damaged file went (null when all was well).
 */
export function openOrReplaceDatabase(file: string, now: Date): OpenedDatabase {
  try {
    return { ...openWhole(file), setAside: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = `${file}.damaged-${now.toISOString().replace(/[:.]/g, '-')}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    }
    rmSync(doubt(file), { force: true });
    return { db: openDatabase(file), unchecked: false, setAside: aside };
  }
}

/** Looking at all of it takes some 4 ms for a thousand notices, and for a million 5 s, or half a minute on a cold disk. */
const QUICK_TO_CHECK_BYTES = 64 * 1024 * 1024;

/**
 * Opening reads little more than the first page, and a broken one further in would end every start from then on. A large
 * history is looked at only with a reason. Where damage was met while Bellhop ran (`suspectDamage`), that is done before
 * anything else. Where its write-ahead log was left behind, so that the last end was no orderly one, most likely nothing is
 * wrong: nobody waits for it.
 */
function openWhole(file: string): Omit<OpenedDatabase, 'setAside'> {
  const endedBadly = sizeOf(`${file}-wal`) > 0 || existsSync(doubt(file));
  const db = openDatabase(file);
  if (sizeOf(file) > QUICK_TO_CHECK_BYTES && !existsSync(suspicion(file))) {
    if (endedBadly) mark(doubt(file));
    return { db, unchecked: endedBadly };
  }
  const found = db.pragma('quick_check(1)', { simple: true });
  rmSync(suspicion(file), { force: true });
  settleDoubt(db);
  if (found === 'ok') return { db, unchecked: false };
  db.close();
  throw new Database.SqliteError(String(found), 'SQLITE_CORRUPT');
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const suspicion = (file: string) => `${file}.suspect`;
/** There until it has been looked at, however many starts that takes. */
const doubt = (file: string) => `${file}.unchecked`;

/** Damage was met: the next start looks at all of the file. */
export function suspectDamage(db: Db): void {
  mark(suspicion(db.name));
}

/** All of the file was looked at. */
export function settleDoubt(db: Db): void {
  rmSync(doubt(db.name), { force: true });
}

function mark(file: string): void {
  try {
    writeFileSync(file, '');
  } catch {
    // The folder can't be written either, which the person is told by all else that fails.
  }
}

/** The next start sets such a file aside. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Database.SqliteError ? error.code : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function migrate(db: Db): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) {
    throw new DatabaseFromTheFuture('newerHistory', version, migrations.length);
  }
  migrations.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version + index + 1}`);
    }).immediate();
  });
}
