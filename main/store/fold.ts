import { createHash } from 'node:crypto';
import type { Arrival, Draft } from '../notice.ts';
import { type Db, prepared } from './database.ts';

/** Equal ones that come further apart than this are two pieces of news. */
export const FOLD_MS = 24 * 3_600_000;

/** What the person sees of a notice: all of it must be the same. */
const SAME = [
  ...[
    'source',
    'topic',
    'title',
    'body',
    'markdown',
    'priority',
    'link',
    'icon',
    'tags',
    'attachments',
    'actions',
  ],
] as const;

/** The columns of a notice as they are stored. */
export type FoldColumns = Record<(typeof SAME)[number], string | number | null>;

/**
 * By what equal notices find each other; null for those that stand for themselves: versions of one item replace each
 * other, and history is left as it was.
 */
export function foldOf(columns: FoldColumns, draft: Draft, arrival: Arrival): number | null {
  if (draft.sequence !== null || arrival === 'first') return null;
  const hash = createHash('sha1');
  for (const name of SAME) hash.update(`${columns[name]}\0`);
  return hash.digest().readUIntBE(0, 6);
}

const FIND = `SELECT id FROM notices INDEXED BY notices_fold
  WHERE fold = ? AND place = 'inbox' AND readAt IS NULL AND abs(sortAt - ?) <= ${FOLD_MS}
  AND ${SAME.map((name) => `${name} IS ?`).join(' AND ')} LIMIT 1`;

/** The unread notice in the inbox that an equal one counts as; null when there is none. */
export function findEqual(
  db: Db,
  columns: FoldColumns & { fold: number | null; sortAt: number; place: string; readAt: number | null },
): number | null {
  if (columns.fold === null || columns.place !== 'inbox' || columns.readAt !== null) return null;
  const same = SAME.map((name) => columns[name]);
  const found = prepared(db, FIND)
    .pluck()
    .get(columns.fold, columns.sortAt, ...same) as number | undefined;
  return found ?? null;
}

/** Takes one more in: it is as new as the newer of them. */
export function foldInto(
  db: Db,
  notice: number,
  newer: { createdAt: number | null; sortAt: number; raw: string | null },
): void {
  prepared(
    db,
    `UPDATE notices SET repeats = repeats + 1, sortAt = max(sortAt, @sortAt),
       createdAt = max(coalesce(createdAt, @createdAt), coalesce(@createdAt, createdAt)),
       raw = iif(@sortAt >= sortAt, @raw, raw) WHERE id = @notice`,
  ).run({ notice, createdAt: newer.createdAt, sortAt: newer.sortAt, raw: newer.raw });
}
