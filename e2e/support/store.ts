import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { vi } from 'vitest';

// The app's history, read beside it and without a change to it.

export interface StoredNotice {
  id: number;
  title: string | null;
  body: string;
  readAt: number | null;
}

/** In the order in which they were stored. */
export function storedNotices(data: string): StoredNotice[] {
  return query<StoredNotice>(data, 'SELECT id, title, body, readAt FROM notices ORDER BY id');
}

/** Resolves when every source is connected and through with its history: what comes then is new. */
export async function whenLive(data: string): Promise<void> {
  const live = 'SELECT count(*) AS count FROM feeds WHERE greetedAt IS NOT NULL';
  await vi.waitUntil(() => query<{ count: number }>(data, live)[0]?.count, { timeout: 15_000 });
}

function query<T>(data: string, sql: string): T[] {
  const file = join(data, 'bellhop.db');
  if (!existsSync(file)) return [];
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
}
