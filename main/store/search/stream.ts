import type { NoticeKey } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { lastNotice } from '../places.ts';
import type { Text } from './lens.ts';

type Stream = { match: string; fits: string; values: Record<string, unknown> };

/** Ids, both included; none where `low` is above `high`. */
export type Span = { low: number; high: number };
export type Hit = Text & NoticeKey;
/** Hits that are in the scope. All hits with ids in the span are known by now. */
export type Step = Span & { hits: Hit[]; end: boolean };

const STEP = 100;

/**
 * The hits of the index in steps: below a span of ids down to the oldest, and then above it up to the newest. Nothing is
 * read ahead, so that whoever has enough stops at no cost.
 */
export function* streamOutwards(db: Db, { match, fits, values }: Stream, known: Span): Generator<Step> {
  let { low, high } = known;
  for (const rows of inSteps(db, hitsSql(fits, '<', 'DESC'), { ...values, match, from: low })) {
    low = rows.at(-1)?.id ?? low;
    yield { hits: inScope(rows), low, high, end: false };
  }
  low = 0;
  if (high < lastNotice(db)) {
    for (const rows of inSteps(db, hitsSql(fits, '>', 'ASC'), { ...values, match, from: high })) {
      high = rows.at(-1)?.id ?? high;
      yield { hits: inScope(rows), low, high, end: false };
    }
  }
  yield { hits: [], low, high: Number.MAX_SAFE_INTEGER, end: true };
}

type Row = Hit & { fits: 0 | 1 | null };

const inScope = (rows: Row[]): Hit[] => rows.filter(({ fits }) => fits === 1);

/**
 * CROSS JOIN keeps the index in front, and so its order: https://sqlite.org/optoverview.html#crossjoin
 * Numbers come from JavaScript as REAL, and FTS5 goes to an id at once only where that is an INTEGER; otherwise it reads
 * all before it (`fts5GetRowidLimit` in https://sqlite.org/src/file/ext/fts5/fts5_main.c).
 */
export function hitsSql(fits: string, side: '<' | '>', order: 'ASC' | 'DESC'): string {
  return `SELECT id, sortAt, notices.title, notices.body, notices.topic, notices.tags, ${fits} AS fits
    FROM search CROSS JOIN notices ON id = search.rowid
    WHERE search MATCH @match AND search.rowid ${side} CAST(@from AS INTEGER) ORDER BY search.rowid ${order}`;
}

function* inSteps(db: Db, sql: string, values: Record<string, unknown>): Generator<Row[]> {
  let rows: Row[] = [];
  for (const row of prepared(db, sql).iterate(values) as IterableIterator<Row>) {
    rows.push(row);
    if (rows.length < STEP) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}
