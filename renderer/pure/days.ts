import type { NoticeRow } from '../../preload/contract.ts';

export type Day = { key: string; at: number; notices: NoticeRow[] };

/**
 * Groups rows, which come newest first, by calendar day. `at` is the time of a day's first row, to name it by.
 * A day whose rows are those it had in `before` is the very object it was, so that its part of the screen is
 * left alone.
 */
export function groupByDay(
  notices: NoticeRow[],
  dayKey: (notice: NoticeRow) => string,
  before: Day[] = [],
): Day[] {
  const days: Day[] = [];
  for (const notice of notices) {
    const key = dayKey(notice);
    const last = days.at(-1);
    if (last?.key === key) last.notices.push(notice);
    else days.push({ key, at: notice.sortAt, notices: [notice] });
  }
  const known = new Map(before.map((day) => [day.key, day]));
  return days.map((day) => {
    const old = known.get(day.key);
    return old !== undefined && sameRows(old.notices, day.notices) ? old : day;
  });
}

function sameRows(a: NoticeRow[], b: NoticeRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
