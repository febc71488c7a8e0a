import type { Among } from '../../preload/contract.ts';
import { type Db, prepared } from './database.ts';
import { amongSql, indexOfUnread } from './listing.ts';
import { deleteNotices } from './notices.ts';

export type Place = 'inbox' | 'snoozed' | 'archived' | 'deleted';

/** Where a notice is; `heldUntil` (unix milliseconds) only while it is snoozed. */
export type Placing = { place: Place; heldUntil: number | null };

/** How a notice was before it was moved, or marked. */
export type FormerPlace = Placing & { id: number };
export type FormerRead = { id: number; readAt: number | null };

/**
 * Moves notices; those that are there already, are deleted or gone are left alone.
 * @returns those that moved, as they were
 */
export function moveNotices(db: Db, ids: number[], to: Placing): FormerPlace[] {
  return db
    .transaction(() => {
      const former = prepared(
        db,
        `SELECT id, place, heldUntil FROM notices WHERE id IN (SELECT value FROM json_each(@ids))
         AND place <> 'deleted' AND (place <> @place OR heldUntil IS NOT @heldUntil)`,
      ).all({ ids: JSON.stringify(ids), ...to }) as FormerPlace[];
      prepared(
        db,
        `UPDATE notices SET place = @place, heldUntil = @heldUntil
         WHERE id IN (SELECT value FROM json_each(@ids))`,
      ).run({ ids: JSON.stringify(former.map(({ id }) => id)), ...to });
      return former;
    })
    .immediate();
}

/** How many of these are in that place; others may be gone by now. */
export function countThere(db: Db, ids: number[], to: Placing): number {
  return prepared(
    db,
    `SELECT count(*) FROM notices WHERE id IN (SELECT value FROM json_each(@ids))
     AND +place = @place AND heldUntil IS @heldUntil`,
  )
    .pluck()
    .get({ ids: JSON.stringify(ids), ...to }) as number;
}

export const RESTORE_PLACES = `UPDATE notices SET place = former.place, heldUntil = former.heldUntil
  FROM (SELECT value ->> 'id' AS id, value ->> 'place' AS place, value ->> 'heldUntil' AS heldUntil
        FROM json_each(@former)) AS former
  WHERE notices.id = former.id AND +notices.place = @place AND notices.heldUntil IS @heldUntil`;

/**
 * Takes a move back, for those that are still where it put them. The plus keeps SQLite from walking all that is in that
 * place: https://sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
 * @returns how many that were
 */
export function restorePlaces(db: Db, former: FormerPlace[], from: Placing): number {
  return prepared(db, RESTORE_PLACES).run({ former: JSON.stringify(former), ...from }).changes;
}

/** Marks read or unread. @returns those that weren't so yet, as they were; the others keep their time */
export function markRead(db: Db, ids: number[], read: boolean, now: number): FormerRead[] {
  return db
    .transaction(() => {
      const former = prepared(
        db,
        `SELECT id, readAt FROM notices WHERE id IN (SELECT value FROM json_each(@ids))
         AND (readAt IS NULL) = @read AND place <> 'deleted'`,
      ).all({ ids: JSON.stringify(ids), read: read ? 1 : 0 }) as FormerRead[];
      prepared(db, 'UPDATE notices SET readAt = @readAt WHERE id IN (SELECT value FROM json_each(@ids))').run(
        {
          ids: JSON.stringify(former.map(({ id }) => id)),
          readAt: read ? now : null,
        },
      );
      return former;
    })
    .immediate();
}

/** Takes a marking back, for those that are still as it left them. @returns how many that were */
export function restoreRead(db: Db, former: FormerRead[], readAt: number | null): number {
  return prepared(
    db,
    `UPDATE notices SET readAt = former.readAt
     FROM (SELECT value ->> 'id' AS id, value ->> 'readAt' AS readAt FROM json_each(@former)) AS former
     WHERE notices.id = former.id AND notices.readAt IS @readAt`,
  ).run({ former: JSON.stringify(former), readAt }).changes;
}

/** Marks some of what is unread in the inbox: the rest has its turn in a next call. @returns what was unread */
export function markSomeRead(
  db: Db,
  among: Among,
  { last, limit, now }: { last: number; limit: number; now: number },
): FormerRead[] {
  const index = indexOfUnread(among.source !== null, among.topic !== null);
  const conditions = ["place = 'inbox'", 'readAt IS NULL', 'id <= @last', ...amongSql(among)];
  const ids = prepared(
    db,
    `SELECT id FROM notices INDEXED BY ${index} WHERE ${conditions.filter(Boolean).join(' AND ')} LIMIT @limit`,
  )
    .pluck()
    .all({ ...among, last, limit }) as number[];
  return markRead(db, ids, true, now);
}

/** The notice that came last; 0 when none ever did. */
export function lastNotice(db: Db): number {
  return (prepared(db, 'SELECT max(id) FROM notices').pluck().get() as number | null) ?? 0;
}

/** Removes for good those that are still deleted: a newer version brings one back. */
export function removeDeleted(db: Db, ids: number[]): void {
  const sql = "SELECT id FROM notices WHERE place = 'deleted' AND id IN (SELECT value FROM json_each(?))";
  deleteNotices(db, prepared(db, sql).pluck().all(JSON.stringify(ids)) as number[]);
}

/** Those that are deleted and not removed yet: at the start, by an earlier run. */
export function findDeleted(db: Db): number[] {
  return prepared(db, "SELECT id FROM notices WHERE place = 'deleted'").pluck().all() as number[];
}
