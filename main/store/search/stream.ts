import type { NoticeKey } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { lastNotice } from '../places.ts';

type Stream = { match: string; from: number; fits: string; values: Record<string, unknown> };

/** Hits that are in the scope. All hits with ids from `low` to `high` are known by now. */
export type Step = { hits: NoticeKey[]; low: number; high: number; end: boolean };

const STEP = 200;

/**
 * The hits of the index in steps: from an id downwards to the oldest, and then upwards to the newest. Nothing is read
 * ahead, so that whoever has enough stops at no cost.
 */
export function* streamOutwards(db: Db, { match, from, fits, values }: Stream): Generator<Step> {
  let low = from + 1;
  for (const rows of inSteps(db, hitsSql(fits, '<=', 'DESC'), { ...values, match, from })) {
    low = rows.at(-1)?.[0] ?? low;
    yield { hits: inScope(rows), low, high: from, end: false };
  }
  if (from < lastNotice(db)) yield* upwards(db, { match, from, fits, values });
  yield { hits: [], low: 0, high: Number.MAX_SAFE_INTEGER, end: true };
}

function* upwards(db: Db, { match, from, fits, values }: Stream): Generator<Step> {
  let high = from;
  for (const rows of inSteps(db, hitsSql(fits, '>', 'ASC'), { ...values, match, from })) {
    high = rows.at(-1)?.[0] ?? high;
    yield { hits: inScope(rows), low: 0, high, end: false };
  }
}

type Row = [id: number, sortAt: number, fits: 0 | 1 | null];

const inScope = (rows: Row[]): NoticeKey[] =>
  rows.filter(([, , fits]) => fits === 1).map(([id, sortAt]) => ({ id, sortAt }));

/** CROSS JOIN keeps the index in front, and so its order: https://sqlite.org/optoverview.html#crossjoin */
export function hitsSql(fits: string, side: '<=' | '>', order: 'ASC' | 'DESC'): string {
  return `SELECT search.rowid, sortAt, ${fits} FROM search CROSS JOIN notices ON notices.id = search.rowid
    WHERE search MATCH @match AND search.rowid ${side} @from ORDER BY search.rowid ${order}`;
}

function* inSteps(db: Db, sql: string, values: Record<string, unknown>): Generator<Row[]> {
  let rows: Row[] = [];
  for (const row of prepared(db, sql).raw().iterate(values) as IterableIterator<Row>) {
    rows.push(row);
    if (rows.length < STEP) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}
