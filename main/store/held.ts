import { type Db, prepared } from './database.ts';
import { type Committed, nothingCommitted, recordVerdict } from './outcome.ts';

/** The occasion of what quiet hours held back begins with this; after it stands when it was told. */
export const QUIET_END = 'quiet-end';

/** What quiet hours hold back, by the index that holds only that. */
const HELD = "verdicts INDEXED BY verdicts_held WHERE reason = 'quiet-hours' AND releasedAt IS NULL";

/**
 * Once quiet hours are over: what they held back and is still unread in the inbox goes into a digest, at most `limit` at a
 * time. One transaction with the pending digest, so that each is told once, whatever happens.
 * @param muted sources that are to be told of no more
 */
export function releaseHeld(
  db: Db,
  now: number,
  limit: number,
  muted: string[] = [],
): { committed: Committed; released: number } {
  return db
    .transaction(() => {
      const committed = nothingCommitted();
      const held = prepared(db, `SELECT DISTINCT notice FROM ${HELD} LIMIT ?`).pluck().all(limit) as number[];
      for (const notice of held) {
        if (isNews(db, notice, muted)) {
          const occasion = { notice, occasion: `${QUIET_END} ${now}`, now, waiting: null };
          recordVerdict(db, committed, { verdict: 'digest', reason: 'quiet-end' }, occasion);
        }
        const release = `UPDATE verdicts SET releasedAt = @now
          WHERE notice = @notice AND reason = 'quiet-hours' AND releasedAt IS NULL`;
        prepared(db, release).run({ notice, now });
      }
      return { committed, released: held.length };
    })
    .immediate();
}

function isNews(db: Db, notice: number, muted: string[]): boolean {
  const sql = "SELECT source FROM notices WHERE id = ? AND place = 'inbox' AND readAt IS NULL";
  const source = prepared(db, sql).pluck().get(notice) as string | undefined;
  return source !== undefined && !muted.includes(source);
}
