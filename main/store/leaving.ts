import { type Db, prepared } from './database.ts';
import { deleteNotices } from './notices.ts';
import { singleToastsOf } from './toasts.ts';

/** From here on the history of a removed source goes, whatever happens meanwhile. */
export function letHistoryGo(db: Db, source: string): void {
  prepared(db, 'INSERT OR IGNORE INTO leaving VALUES (?)').run(source);
}

/** The sources whose history is going. */
export function listLeaving(db: Db): string[] {
  return prepared(db, 'SELECT source FROM leaving').pluck().all() as string[];
}

/**
 * Removes some of it for good: notices, then identities, and at last position and journal.
 * @returns the toasts that showed what went, and whether that was all
 */
export function removeSomeHistory(
  db: Db,
  source: string,
  limit: number,
): { toasts: number[]; done: boolean } {
  return db
    .transaction(() => {
      const notices = some(
        db,
        'id',
        "notices WHERE place IN ('inbox', 'snoozed', 'archived', 'deleted') AND",
        {
          source,
          limit,
        },
      ) as number[];
      if (notices.length > 0) {
        const toasts = singleToastsOf(db, notices);
        deleteNotices(db, notices);
        return { toasts, done: false };
      }
      const keys = some(db, 'key', 'seen WHERE', { source, limit });
      prepared(db, 'DELETE FROM seen WHERE source = ? AND key IN (SELECT value FROM json_each(?))').run(
        source,
        JSON.stringify(keys),
      );
      if (keys.length > 0) return { toasts: [], done: false };
      for (const table of ['feeds', 'journal', 'counts', 'leaving']) {
        prepared(db, `DELETE FROM ${table} WHERE source = ?`).run(source);
      }
      return { toasts: [], done: true };
    })
    .immediate();
}

function some(db: Db, column: string, from: string, of: { source: string; limit: number }): unknown[] {
  return prepared(db, `SELECT ${column} FROM ${from} source = @source LIMIT @limit`).pluck().all(of);
}
