import type { Verdict } from '../policy/decide.ts';
import { type Db, prepared } from './database.ts';
import { type Committed, countRecentToasts, nothingCommitted, recordVerdict } from './outcome.ts';

/** The occasion of a return begins with this; after it stands when it was due. */
export const SNOOZE = 'snooze';

/** What policy is told of a notice that comes back. */
export type Returning = {
  id: number;
  source: string;
  title: string | null;
  body: string;
  topic: string | null;
  priority: number;
  createdAt: number | null;
  heldUntil: number;
};

/** Asked inside the transaction, for each. */
export type DecideReturn = (notice: Returning, recentToasts: number) => Verdict;

/** When the next notice comes back, unix milliseconds; null when none is snoozed. */
export function nextReturn(db: Db): number | null {
  const sql = "SELECT min(heldUntil) FROM notices INDEXED BY notices_snoozed WHERE place = 'snoozed'";
  return prepared(db, sql).pluck().get() as number | null;
}

const DUE = "FROM notices INDEXED BY notices_snoozed WHERE place = 'snoozed' AND heldUntil <= @now";

export function countDue(db: Db, now: number): number {
  return prepared(db, `SELECT count(*) ${DUE}`).pluck().get({ now }) as number;
}

/**
 * Brings back what is due, at most `limit` at a time: unread, on top of the inbox. One transaction with the verdict of the
 * occasion and the pending toast, so that it comes back once, whatever happens.
 */
export function returnDue(db: Db, decide: DecideReturn, now: number, limit: number): Committed {
  return db
    .transaction(() => {
      const committed = nothingCommitted();
      const notices = prepared(
        db,
        `SELECT id, source, title, body, topic, priority, createdAt, heldUntil ${DUE}
         ORDER BY heldUntil, id LIMIT @limit`,
      ).all({ now, limit }) as Returning[];
      for (const notice of notices) {
        const verdict = decide(notice, countRecentToasts(db, now));
        comeBack(db, notice, now);
        const occasion = `${SNOOZE} ${notice.heldUntil}`;
        if (isDecided(db, notice.id, occasion)) continue; // snoozed until that very moment twice
        recordVerdict(db, committed, verdict, { notice: notice.id, occasion, now, waiting: null });
      }
      return committed;
    })
    .immediate();
}

function comeBack(db: Db, { id }: Returning, now: number): void {
  prepared(
    db,
    "UPDATE notices SET place = 'inbox', heldUntil = NULL, readAt = NULL, sortAt = @now WHERE id = @id",
  ).run({ id, now });
}

function isDecided(db: Db, notice: number, occasion: string): boolean {
  const sql = 'SELECT 1 FROM verdicts WHERE notice = ? AND occasion = ?';
  return prepared(db, sql).get(notice, occasion) !== undefined;
}
