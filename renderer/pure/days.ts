import { type Entry, isGap } from './gaps.ts';

export type Day = { key: string; at: number; entries: Entry[] };

/**
 * Groups what the list shows, which comes newest first, by calendar day. `at` is the time of a day's first entry, to
 * name it by. A day that shows what it showed in `before` is the very object it was, so that its part of the screen is
 * left alone.
 */
export function groupByDay(
  entries: Entry[],
  { dayKey, timeOf }: { dayKey: (entry: Entry) => string; timeOf: (entry: Entry) => number },
  before: Day[] = [],
): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const key = dayKey(entry);
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, at: timeOf(entry), entries: [entry] });
  }
  const known = new Map(before.map((day) => [day.key, day]));
  return days.map((day) => {
    const old = known.get(day.key);
    return old !== undefined && sameEntries(old.entries, day.entries) ? old : day;
  });
}

function sameEntries(a: Entry[], b: Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]));
}

/** Rows stay the same objects while nothing about them changes; lines for gaps are made anew each time. */
function isSame(a: Entry, b: Entry | undefined): boolean {
  if (a === b || b === undefined) return a === b;
  if (!isGap(a) || !isGap(b)) return false;
  return a.id === b.id && a.count === b.count && a.from === b.from && a.why === b.why;
}
