import type { NoticeRow } from '../../preload/contract.ts';

export type Day = { key: string; at: number; notices: NoticeRow[] };

/** Groups rows, which come newest first, by calendar day. `at` is the time of a day's first row, to name it by. */
export function groupByDay(notices: NoticeRow[], dayKey: (at: number) => string): Day[] {
  const days: Day[] = [];
  for (const notice of notices) {
    const key = dayKey(notice.sortAt);
    const last = days.at(-1);
    if (last?.key === key) last.notices.push(notice);
    else days.push({ key, at: notice.sortAt, notices: [notice] });
  }
  return days;
}
