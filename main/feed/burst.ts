import type { Clock } from '../clock.ts';
import type { Draft } from '../notice.ts';

/** A silence of this length ends it… */
const QUIET_MS = 1_000;
/** …or this much time. */
const MAX_MS = 10_000;
/** By so much a server's clock may be behind ours. */
const SKEW_MS = 60_000;

/**
 * What a live stream sends a newcomer in one go, because it keeps the last notices (nchan does unless it is told not to):
 * those made before the connection are history, and no news. https://nchan.io/#nchan_subscriber_first_message
 */
export function createBurst(clock: Clock) {
  let began: { at: number; since: number } | null = null;
  let endsAt = 0;
  const extend = (since: number) => {
    endsAt = Math.min(performance.now() + QUIET_MS, since + MAX_MS);
  };
  return {
    begin(): void {
      began = { at: clock(), since: performance.now() };
      extend(began.since);
    },
    /** @returns which of them are history, and which are news */
    split(drafts: Draft[]): { history: Draft[]; news: Draft[] } {
      if (began === null || performance.now() >= endsAt) return { history: [], news: drafts };
      extend(began.since);
      const before = began.at - SKEW_MS;
      const isHistory = ({ createdAt }: Draft) => createdAt !== null && createdAt < before;
      return { history: drafts.filter(isHistory), news: drafts.filter((draft) => !isHistory(draft)) };
    },
  };
}
