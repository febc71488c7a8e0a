import type { NoticeKey, NoticeRow } from '../../preload/contract.ts';

/** The order of main's keyset pages. */
export type Order = { keyOf: (row: NoticeRow) => NoticeKey; compare: (a: NoticeKey, b: NoticeKey) => number };

export const newestFirst: Order = {
  keyOf: ({ sortAt, id }) => ({ sortAt, id }),
  compare: (a, b) => b.sortAt - a.sortAt || b.id - a.id,
};

/** Of snoozed ones, by when they come back. */
export const soonestFirst: Order = {
  keyOf: ({ heldUntil, sortAt, id }) => ({ sortAt: heldUntil ?? sortAt, id }),
  compare: (a, b) => a.sortAt - b.sortAt || a.id - b.id,
};

/**
 * What the list shows after fetching it again: the fresh rows, but each unchanged one as the very object it was
 * (so that its part of the screen is left alone), and with rows the person is still looking at (`kept`: read
 * just now, in a list of unread ones) left in their place.
 */
export function mergeRows(
  shown: NoticeRow[],
  fresh: NoticeRow[],
  kept: ReadonlySet<number> = new Set(),
  { keyOf, compare }: Order = newestFirst,
): NoticeRow[] {
  const before = new Map(shown.map((row) => [row.id, row]));
  const merged = fresh.map((row) => {
    const old = before.get(row.id);
    return old !== undefined && sameRow(old, row) ? old : row;
  });
  const freshIds = new Set(fresh.map((row) => row.id));
  const stay = shown.filter((row) => kept.has(row.id) && !freshIds.has(row.id));
  return stay.length === 0 ? merged : [...merged, ...stay].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

/** The rows that came in above what was shown; rows further down came by paging or from a late backfill. */
export function newcomers(shown: NoticeRow[], fresh: NoticeRow[]): NoticeRow[] {
  const top = shown[0];
  if (top === undefined) return fresh;
  const known = new Set(shown.map((row) => row.id));
  return fresh.filter((row) => !known.has(row.id) && newestFirst.compare(row, top) < 0);
}

function sameRow(a: NoticeRow, b: NoticeRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
