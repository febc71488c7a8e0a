import { type Arrival, URGENT } from '../notice.ts';

/** What policy decided for a notice. `hold` is for rules that postpone; nothing decides it yet. */
export type VerdictKind = 'toast' | 'quiet' | 'digest' | 'hold' | 'none';

/** Why, as a stable word; inbox/why.ts says it in a sentence. */
export type Reason =
  | 'arrived'
  | 'history'
  | 'source-off'
  | 'source-muted'
  | 'paused'
  | 'in-view'
  | 'flood'
  | 'back-together';

export type Verdict = { verdict: VerdictKind; reason: Reason };

export type PolicyBatch = {
  source: string;
  arrival: Arrival;
  /** `createdAt` as the server says, unix milliseconds: it decides where in the list a notice goes. */
  notices: { priority: number; createdAt: number | null }[];
  /** Toasts of their own, over all sources, in the `FLOOD_WINDOW_MS` before now. */
  recentToasts: number;
  /** They come back from a snooze, at this moment so many over all sources; left out: they arrive. */
  back?: number;
};
export type PolicySettings = {
  paused: boolean;
  source: { enabled: boolean; muted: boolean };
};
/** What the person has before their eyes. `visible`: such a notice would be on screen at once. */
export type Desktop = { visible: (source: string, createdAt: number | null) => boolean };

/** More than this many in one event become a digest… */
export const FLOOD_BATCH = 5;
/** …and so do those beyond this many toasts within the window. */
export const FLOOD_TOASTS = 20;
export const FLOOD_WINDOW_MS = 10_000;

/**
 * The only place that decides whether a toast may rise. Pure; one verdict per notice, in order, always with its
 * reason. Precedence: history, source off or muted, pause, in view, several that come back
 * at once, flood (urgent ones still on their own, as
 * long as those aren't a flood themselves).
 */
export function decide(batch: PolicyBatch, settings: PolicySettings, desktop: Desktop): Verdict[] {
  const common = decideForAll(batch, settings);
  if (common) return batch.notices.map(() => common);
  const seen = batch.notices.map(({ createdAt }) => desktop.visible(batch.source, createdAt));
  const unseen = batch.notices.filter((_, index) => !seen[index]);
  const flood = isFlood(unseen.length, batch.recentToasts);
  const urgentFlood = isFlood(unseen.filter(isUrgent).length, batch.recentToasts);
  return batch.notices.map((notice, index) => {
    if (seen[index]) return { verdict: 'none', reason: 'in-view' };
    if ((batch.back ?? 1) > 1) return { verdict: 'digest', reason: 'back-together' };
    const digest = isUrgent(notice) ? urgentFlood : flood;
    return digest ? { verdict: 'digest', reason: 'flood' } : { verdict: 'toast', reason: 'arrived' };
  });
}

function decideForAll(batch: PolicyBatch, settings: PolicySettings): Verdict | null {
  if (batch.arrival === 'first') return { verdict: 'none', reason: 'history' };
  if (!settings.source.enabled) return { verdict: 'quiet', reason: 'source-off' };
  if (settings.source.muted) return { verdict: 'quiet', reason: 'source-muted' };
  if (settings.paused) return { verdict: 'quiet', reason: 'paused' };
  return null;
}

function isUrgent(notice: { priority: number }): boolean {
  return notice.priority >= URGENT;
}

function isFlood(count: number, recentToasts: number): boolean {
  return count > FLOOD_BATCH || recentToasts + count > FLOOD_TOASTS;
}
