import type { Arrival, Draft } from '../notice.ts';
import { type Db, prepared } from './database.ts';

/** Equal ones that come further apart than this are two pieces of news. */
export const FOLD_MS = 24 * 3_600_000;

/** What the person sees of a notice: all of it must be the same. */
const SAME = [
  ...(['source', 'topic', 'title', 'body', 'markdown', 'priority', 'link', 'icon', 'tags'] as const),
  ...(['attachments', 'actions'] as const),
];
/** The columns of a notice as they are stored. */
export type FoldColumns = Record<(typeof SAME)[number], string | number | null> & {
  sortAt: number;
  place: string;
  readAt: number | null;
  raw: string | null;
};

/** So many of the last to come, and up to twice as many, can take in an equal one. */
const REMEMBERED = 2_500;

/** The newer half is filled until the older one is dropped for it: a map that lets go of its oldest one by one is slow. */
type Hints = { newer: Map<string, number>; older: Map<string, number> };

/**
 * Where an equal one may be: kept in memory, because an index over what notices say would be written to at as many places as
 * notices come, and cost more than all the others. A hint only: the row itself is looked at.
 */
const hints = new WeakMap<Db, Hints>();

/** Versions of one item replace each other, history is left as it was, and what is done with needs no counter. */
export function mayFold({ sequence }: Draft, arrival: Arrival, { place, readAt }: FoldColumns): boolean {
  return sequence === null && arrival !== 'first' && place === 'inbox' && readAt === null;
}

const FIND = `SELECT id FROM notices WHERE id = ? AND place = 'inbox' AND readAt IS NULL
  AND abs(sortAt - ?) <= ${FOLD_MS} AND ${SAME.map((name) => `${name} IS ?`).join(' AND ')}`;

/** The unread notice in the inbox that an equal one counts as; null when there is none. */
export function findEqual(db: Db, columns: FoldColumns): number | null {
  const { newer, older } = hintsOf(db, columns.sortAt);
  const hint = hintFor(columns);
  const id = newer.get(hint) ?? older.get(hint);
  if (id === undefined) return null;
  const same = SAME.map((name) => columns[name]);
  return (
    (prepared(db, FIND)
      .pluck()
      .get(id, columns.sortAt, ...same) as number | undefined) ?? null
  );
}

/** So that the next equal one finds it. */
export function rememberForFolding(db: Db, columns: FoldColumns, notice: number): void {
  const known = hintsOf(db, columns.sortAt);
  known.newer.set(hintFor(columns), notice);
  if (known.newer.size < REMEMBERED) return;
  known.older = known.newer;
  known.newer = new Map();
}

/** Takes one more in: it is as new as the newer of them. */
export function foldInto(db: Db, notice: number, createdAt: number | null, newer: FoldColumns): void {
  prepared(
    db,
    `UPDATE notices SET repeats = repeats + 1, sortAt = max(sortAt, @sortAt),
       createdAt = max(coalesce(createdAt, @createdAt), coalesce(@createdAt, createdAt)),
       raw = iif(@sortAt >= sortAt, @raw, raw) WHERE id = @notice`,
  ).run({ notice, createdAt, sortAt: newer.sortAt, raw: newer.raw });
}

const HINT_CHARS = 1_000;

function hintFor({ source, topic, title, body }: Pick<FoldColumns, 'source' | 'topic' | 'title' | 'body'>) {
  const text = String(body);
  return [source, topic, title, text.length, text.slice(0, HINT_CHARS)].join('\0');
}

function hintsOf(db: Db, now: number): Hints {
  const known = hints.get(db) ?? { newer: new Map(), older: readHints(db, now) };
  hints.set(db, known);
  return known;
}

/** What earlier runs have left. */
function readHints(db: Db, now: number): Map<string, number> {
  const rows = prepared(
    db,
    `SELECT id, source, topic, title, body FROM notices INDEXED BY notices_unread
     WHERE place = 'inbox' AND readAt IS NULL AND sortAt >= ? AND sequence IS NULL AND arrival <> 'first'
     ORDER BY sortAt DESC, id DESC LIMIT ${REMEMBERED}`,
  ).all(now - FOLD_MS) as (Pick<FoldColumns, 'source' | 'topic' | 'title' | 'body'> & { id: number })[];
  return new Map(rows.reverse().map((row) => [hintFor(row), row.id]));
}
