import type { NoticeKey, NoticeRow } from '../../preload/contract.ts';

/** Newest first, as main's keyset pages are. */
export function byNewest(a: NoticeKey, b: NoticeKey): number {
  return b.sortAt - a.sortAt || b.id - a.id;
}

/**
 * What the list shows after fetching it again: the fresh rows, but each unchanged one as the very object it was
 * (so that its part of the screen is left alone), and with rows the person is still looking at (`kept`: read
 * just now, in a list of unread ones) left in their place.
 */
export function mergeRows(
  shown: NoticeRow[],
  fresh: NoticeRow[],
  kept: ReadonlySet<number> = new Set(),
): NoticeRow[] {
  const before = new Map(shown.map((row) => [row.id, row]));
  const merged = fresh.map((row) => {
    const old = before.get(row.id);
    return old !== undefined && sameRow(old, row) ? old : row;
  });
  const freshIds = new Set(fresh.map((row) => row.id));
  const stay = shown.filter((row) => kept.has(row.id) && !freshIds.has(row.id));
  return stay.length === 0 ? merged : [...merged, ...stay].sort(byNewest);
}

/** The rows that came in above what was shown; rows further down came by paging or from a late backfill. */
export function newcomers(shown: NoticeRow[], fresh: NoticeRow[]): NoticeRow[] {
  const top = shown[0];
  if (top === undefined) return fresh;
  const known = new Set(shown.map((row) => row.id));
  return fresh.filter((row) => !known.has(row.id) && byNewest(row, top) < 0);
}

function sameRow(a: NoticeRow, b: NoticeRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
