import { type Db, prepared } from './database.ts';

/** `newestAt`: when the last one came, unix milliseconds. */
export type SourceCounts = { total: number; unread: number; snoozed: number; newestAt: number };

/** How many notices each source has, kept by the schema's triggers. */
export function readCounts(db: Db): Map<string, SourceCounts> {
  const rows = prepared(
    db,
    'SELECT source, total, unread, snoozed, newestAt FROM counts',
  ).all() as (SourceCounts & {
    source: string;
  })[];
  return new Map(rows.map(({ source, ...counts }) => [source, counts]));
}
