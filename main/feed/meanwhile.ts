import type { Draft, Retraction } from '../notice.ts';
import type { Reading } from './dialect.ts';

/** Of each kind; what comes beyond that is taken in as if it were alone. */
const MAX_KEPT = 10_000;

/** What came live while what was missed was still asked for, as far as that must not undo it. */
export function createMeanwhile() {
  let cursor: string | null = null;
  /** What was missed may bring the very items afterwards. */
  const takenBack: Retraction[] = [];
  /** When the version of an item that came was made. */
  const versions = new Map<string, number>();
  return {
    add(reading: Reading): void {
      cursor = reading.cursor ?? cursor;
      if (takenBack.length < MAX_KEPT) takenBack.push(...reading.retractions);
      for (const { sequence, createdAt } of reading.drafts) {
        if (sequence !== null && createdAt !== null && versions.size < MAX_KEPT)
          versions.set(sequence, createdAt);
      }
    },
    cursor: () => cursor,
    takenBack: () => takenBack,
    /** An earlier version, or another of the same second: what came live is newer. */
    isOutdated: ({ sequence, createdAt }: Draft): boolean =>
      sequence !== null && createdAt !== null && createdAt <= (versions.get(sequence) ?? -1),
  };
}
