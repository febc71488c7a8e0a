import type { NoticeKey } from '../../preload/contract.ts';
import { readCounts } from './counts.ts';
import { type Db, prepared } from './database.ts';
import { deleteNotices } from './notices.ts';

/** What goes: whatever is from before a time (unix milliseconds; null: nothing for its age), and so many more. */
export type Prune = { before: number | null; excess: number };

/** How far a round has come; `next: null` at its end. */
export type Pruned = { gone: number; next: NoticeKey | null };

export const FROM_THE_OLDEST: NoticeKey = { sortAt: Number.MIN_SAFE_INTEGER, id: 0 };

const oldestOf = (place: string) =>
  `SELECT * FROM (SELECT id, sortAt, place = 'archived' OR readAt IS NOT NULL AS done FROM notices INDEXED BY notices_placed
   WHERE place = '${place}' AND (sortAt, id) > (@sortAt, @id) ORDER BY sortAt, id LIMIT @limit)`;
const OLDEST = `${oldestOf('archived')} UNION ALL ${oldestOf('inbox')} ORDER BY sortAt, id LIMIT @limit`;

export function countNotices(db: Db): number {
  return [...readCounts(db).values()].reduce((sum, { total }) => sum + total, 0);
}

/**
 * Looks at some of the oldest notices and deletes those that are archived or read and must go. What is unread in the
 * inbox or snoozed stays, however old.
 */
export function pruneSome(db: Db, { before, excess }: Prune, after: NoticeKey, limit: number): Pruned {
  return db
    .transaction(() => {
      const rows = prepared(db, OLDEST).all({ ...after, limit }) as (NoticeKey & { done: number })[];
      const gone: number[] = [];
      for (const { id, sortAt, done } of rows) {
        const isOld = before !== null && sortAt < before;
        if (!isOld && gone.length >= excess) return { gone: remove(db, gone), next: null };
        if (done === 1) gone.push(id);
      }
      const last = rows.at(-1);
      const next = rows.length === limit && last ? { sortAt: last.sortAt, id: last.id } : null;
      return { gone: remove(db, gone), next };
    })
    .immediate();
}

function remove(db: Db, ids: number[]): number {
  if (ids.length > 0) deleteNotices(db, ids);
  return ids.length;
}

/** A server that resumes after what it sent last doesn't send again what is so much older. */
export const SEEN_MS = 90 * 24 * 3_600_000;

/**
 * The sources whose oldest identities can’t come again, and from before when (unix milliseconds) those are: the server
 * resumes from a cursor, and has been heard for 90 days without sending them again. Lists that a server sends over and
 * over keep their identities fresh (store/intake.ts).
 */
export function forgettable(db: Db): { source: string; before: number }[] {
  const sql = `SELECT source, aliveAt - ${SEEN_MS} AS before FROM feeds WHERE cursor IS NOT NULL AND aliveAt IS NOT NULL`;
  return prepared(db, sql).all() as { source: string; before: number }[];
}

/** Forgets some identities, in the order of their keys. @returns the last one looked at; null at the end */
export function forgetSome(
  db: Db,
  { source, before }: { source: string; before: number },
  after: string,
  limit: number,
): string | null {
  const span = { source, after, limit };
  const keys = 'SELECT key FROM seen WHERE source = @source AND key > @after ORDER BY key LIMIT @limit';
  const last = prepared(db, `SELECT max(key) AS last, count(*) AS looked FROM (${keys})`).get(span) as {
    last: string | null;
    looked: number;
  };
  if (last.last === null) return null;
  prepared(
    db,
    'DELETE FROM seen WHERE source = @source AND key > @after AND key <= @last AND at < @before',
  ).run({
    ...{ source, after, last: last.last, before },
  });
  return last.looked === limit ? last.last : null;
}
