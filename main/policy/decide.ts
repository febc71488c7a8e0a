import type { Sound } from '../../preload/contract.ts';
import { type Arrival, URGENT } from '../notice.ts';
import { nextTimeOfDay } from './hours.ts';
import { type AppliedRule, applyRules, type Moment, NO_RULES, type Outcome, type RuleSet } from './rules.ts';

/** What policy decided for a notice. `hold`: its toast, or the notice itself, comes later. */
export type VerdictKind = 'toast' | 'quiet' | 'digest' | 'hold' | 'none';

/** Why, as a stable word; inbox/why.ts says it in a sentence. */
export type Reason =
  | 'arrived'
  | 'history'
  | 'source-off'
  | 'source-muted'
  | 'rule'
  | 'paused'
  | 'quiet-hours'
  | 'urgent'
  | 'in-view'
  | 'flood'
  | 'back-together'
  | 'quiet-end';

export type Verdict = { verdict: VerdictKind; reason: Reason; effects?: Effects };

/** What rules make of a notice beside its toast; stored in the same transaction. */
export type Effects = {
  /** Those that took part, in their order. */
  rules: AppliedRule[];
  priority: number;
  sound: Sound | null;
  read: boolean;
  place: 'inbox' | 'snoozed' | 'archived';
  /** When a snoozed one comes back, unix milliseconds. */
  heldUntil: number | null;
};

export type PolicyNotice = {
  title: string | null;
  body: string;
  topic: string | null;
  priority: number;
  /** As the server says, unix milliseconds: it decides where in the list a notice goes. */
  createdAt: number | null;
};

export type PolicyBatch = {
  source: string;
  arrival: Arrival;
  notices: PolicyNotice[];
  /** Toasts of their own, over all sources, in the `FLOOD_WINDOW_MS` before now. */
  recentToasts: number;
  /** A digest waits for its turn, and takes in more until then. */
  digestGathers: boolean;
  /** They come back from a snooze, at this moment so many over all sources; left out: they arrive. */
  back?: number;
};
export type PolicySettings = {
  source: { enabled: boolean; muted: boolean };
  rules: RuleSet;
  paused: boolean;
  /** It is within quiet hours. */
  quiet: boolean;
  /** Urgent ones are shown in quiet hours. */
  urgentPasses: boolean;
  now: Moment;
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
 * reason. Precedence: history, source off or muted, rules (the first that matches), pause, quiet hours (urgent ones pass,
 * if the person lets them), in view, several that come back at once, flood (urgent ones still on their own, as long as
 * those aren't a flood themselves).
 */
export function decide(batch: PolicyBatch, settings: PolicySettings, desktop: Desktop): Verdict[] {
  const common = decideForAll(batch, settings);
  if (common) return batch.notices.map(() => common);
  // What comes back had its rules when it came: one that holds would hold it for ever.
  const rules = batch.back === undefined ? settings.rules : NO_RULES;
  const outcomes = batch.notices.map((notice) =>
    applyRules(rules, { ...notice, source: batch.source }, settings.now),
  );
  const alone = batch.notices.map(({ createdAt }, index) => {
    const outcome = outcomes[index] as Outcome;
    return decideAlone(outcome, settings, desktop.visible(batch.source, createdAt));
  });
  const loud = outcomes.filter((_, index) => alone[index]?.verdict === 'toast');
  // The last few of a long catch-up are no other news than the rest of it.
  const goesOn = batch.arrival === 'catch-up' && batch.digestGathers;
  const flood = goesOn || isFlood(loud.length, batch.recentToasts);
  const urgentFlood = isFlood(loud.filter(isUrgent).length, batch.recentToasts);
  return outcomes.map((outcome, index) => {
    const verdict = alone[index] as Verdict;
    const together = isUrgent(outcome) ? urgentFlood : flood;
    return { ...inCompany(verdict, (batch.back ?? 1) > 1, together), ...effectsOf(outcome, settings.now) };
  });
}

function decideForAll(batch: PolicyBatch, settings: PolicySettings): Verdict | null {
  if (batch.arrival === 'first') return { verdict: 'none', reason: 'history' };
  if (!settings.source.enabled) return { verdict: 'quiet', reason: 'source-off' };
  if (settings.source.muted) return { verdict: 'quiet', reason: 'source-muted' };
  return null;
}

/** As if no other notice came with it. */
function decideAlone(outcome: Outcome, settings: PolicySettings, inView: boolean): Verdict {
  const decided = outcome.action?.kind ?? null;
  if (decided !== null && decided !== 'toast') return { verdict: WITHOUT_TOAST[decided], reason: 'rule' };
  const passes = settings.urgentPasses && isUrgent(outcome);
  if (decided === null) {
    if (settings.paused) return { verdict: 'quiet', reason: 'paused' };
    if (settings.quiet && !passes) return { verdict: 'hold', reason: 'quiet-hours' };
  }
  if (inView) return { verdict: 'none', reason: 'in-view' };
  if (decided === 'toast') return { verdict: 'toast', reason: 'rule' };
  return { verdict: 'toast', reason: settings.quiet ? 'urgent' : 'arrived' };
}

/** What a rule says becomes of a notice that raises no toast now. */
const WITHOUT_TOAST = { quiet: 'quiet', none: 'none', archive: 'quiet', hold: 'hold' } as const;

/** A toast of its own only where it isn't one of many. */
function inCompany(verdict: Verdict, backTogether: boolean, flood: boolean): Verdict {
  if (verdict.verdict !== 'toast') return verdict;
  if (backTogether) return { verdict: 'digest', reason: 'back-together' };
  return flood ? { verdict: 'digest', reason: 'flood' } : verdict;
}

function effectsOf({ applied, action, priority, sound }: Outcome, now: Moment): { effects?: Effects } {
  if (applied.length === 0) return {};
  const effects: Effects = {
    ...{ rules: applied, priority, sound, read: action?.kind === 'none' },
    ...{ place: 'inbox', heldUntil: null },
  };
  if (action?.kind === 'archive') return { effects: { ...effects, place: 'archived' } };
  if (action?.kind !== 'hold') return { effects };
  const heldUntil = nextTimeOfDay(action.until, now.zone, now.at);
  return { effects: { ...effects, place: 'snoozed', heldUntil } };
}

function isUrgent({ priority }: { priority: number }): boolean {
  return priority >= URGENT;
}

function isFlood(count: number, recentToasts: number): boolean {
  return count > FLOOD_BATCH || recentToasts + count > FLOOD_TOASTS;
}
