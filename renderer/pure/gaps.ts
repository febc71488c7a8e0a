import type { Gap, NoticeRow } from '../../preload/contract.ts';

/** One line in the list for the gaps of a source between two notices: from the first one's start to the last one's end. */
export type GapLine = Gap & { count: number };

/** What the list shows, newest first. */
export type Entry = NoticeRow | GapLine;

export function isGap(entry: Entry): entry is GapLine {
  return 'from' in entry;
}

/** A gap stands where it ended: what was sent in it would have come before that. */
export function timeOf(entry: Entry): number {
  return isGap(entry) ? entry.to : entry.sortAt;
}

/**
 * Puts gaps, in any order, between the notices, which come newest first. Those of one source that no notice and no
 * midnight parts become one line.
 */
export function placeGaps(notices: NoticeRow[], gaps: Gap[], dayKey: (at: number) => string): Entry[] {
  const waiting = [...gaps].sort((a, b) => b.to - a.to);
  const entries: Entry[] = [];
  const takeUntil = (time: number) => {
    const end = waiting.findIndex(({ to }) => to <= time);
    entries.push(...fold(waiting.splice(0, end === -1 ? waiting.length : end), dayKey));
  };
  for (const notice of notices) {
    if (waiting.length > 0) takeUntil(notice.sortAt);
    entries.push(notice);
  }
  return [...entries, ...fold(waiting, dayKey)];
}

function fold(gaps: Gap[], dayKey: (at: number) => string): GapLine[] {
  const lines = new Map<string, GapLine>();
  for (const gap of gaps) {
    const key = `${dayKey(gap.to)} ${gap.source}`;
    const line = lines.get(key);
    lines.set(
      key,
      line ? { ...line, from: Math.min(line.from, gap.from), count: line.count + 1 } : { ...gap, count: 1 },
    );
  }
  return [...lines.values()];
}
