import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { until } from './until.ts';

// The app's history, read beside it and without a change to it.

/** What is stored, in the order in which it was stored. */
export function storedBodies(data: string): string[] {
  return query<{ body: string }>(data, 'SELECT body FROM notices ORDER BY id').map(({ body }) => body);
}

/** Resolves when that many sources have been connected and are through with their history: what comes then is new. */
export async function whenLive(data: string, count = 1): Promise<void> {
  const greeted = 'SELECT source FROM feeds WHERE greetedAt IS NOT NULL';
  await until(`${count} source(s) connected`, () => query(data, greeted).length >= count);
}

function query<T>(data: string, sql: string): T[] {
  const file = join(data, 'bellhop.db');
  if (!existsSync(file)) return [];
  const db = new Database(file, { readonly: true });
  try {
    const isReady = db.pragma('user_version', { simple: true }) !== 0;
    return isReady ? (db.prepare(sql).all() as T[]) : [];
  } finally {
    db.close();
  }
}
