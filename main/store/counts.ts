import { type Db, prepared } from './database.ts';

/** `newestAt`: when the last one came, unix milliseconds. */
export type SourceCounts = { total: number; unread: number; snoozed: number; newestAt: number };

/** How many notices each source has, without counting them. */
export function readCounts(db: Db): Map<string, SourceCounts> {
  const rows = prepared(
    db,
    'SELECT source, total, unread, snoozed, newestAt FROM counts',
  ).all() as (SourceCounts & {
    source: string;
  })[];
  return new Map(rows.map(({ source, ...counts }) => [source, counts]));
}

/** What is counted of a notice that is new. */
export type Newcomer = { place: string; readAt: number | null; sortAt: number };

/** Counts what a transaction inserted: one by one, by a trigger, it takes half as long as the inserting itself. */
export function countCome(db: Db, source: string, come: Newcomer[]): void {
  const count = (fits: (one: Newcomer) => boolean) => come.filter(fits).length;
  const newestAt = come.reduce((newest, { sortAt }) => Math.max(newest, sortAt), Number.MIN_SAFE_INTEGER);
  prepared(
    db,
    `INSERT INTO counts (source, total, unread, snoozed, newestAt) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread,
       snoozed = snoozed + excluded.snoozed, newestAt = max(newestAt, excluded.newestAt)`,
  ).run(
    source,
    come.length,
    count(({ place, readAt }) => place === 'inbox' && readAt === null),
    count(({ place }) => place === 'snoozed'),
    newestAt,
  );
}
