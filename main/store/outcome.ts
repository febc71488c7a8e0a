import { FLOOD_WINDOW_MS, type Verdict } from '../policy/decide.ts';
import { type Db, prepared } from './database.ts';
import { countRule } from './rule-counts.ts';
import { gatheringDigest, insertToast } from './toasts.ts';

/** What a transaction leaves to be shown and told. */
export type Committed = {
  /** Ids of the notices that were new, have a newer version now or came back, in their order. */
  notices: number[];
  /** Toasts that wait to be shown now. */
  toasts: number[];
  /** The digest that gathered some of them, if any. */
  digest: number | null;
  /** Toasts that show what was replaced or taken back. */
  outdated: number[];
  /** How many notices the server took back. */
  retracted: number;
};

export const nothingCommitted = (): Committed => ({
  ...{ notices: [], toasts: [], digest: null, outdated: [], retracted: 0 },
});

/** Toasts of their own that rose lately: policy sees a flood by them. */
export function countRecentToasts(db: Db, now: number): number {
  return prepared(db, "SELECT count(*) FROM verdicts WHERE verdict = 'toast' AND at > ? AND at <= ?")
    .pluck()
    .get(now - FLOOD_WINDOW_MS, now) as number;
}

/** `waiting`: a toast of this notice alone that the same transaction made: it will show the notice as it is then. */
type Occasion = { notice: number; occasion: string; now: number; waiting: number | null };

/** Writes down what policy decided, with the toast that is to show it. */
export function recordVerdict(
  db: Db,
  committed: Committed,
  { verdict, reason, effects }: Verdict,
  { notice, occasion, now, waiting }: Occasion,
): void {
  const toast = toastFor(db, verdict, waiting, committed, now);
  const rules = effects ? JSON.stringify(effects.rules) : null;
  prepared(
    db,
    `INSERT INTO verdicts (notice, occasion, verdict, reason, at, toast, rules)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(notice, occasion, verdict, reason, now, toast, rules);
  for (const rule of effects?.rules ?? []) countRule(db, rule.id, now);
  committed.notices.push(notice);
}

/** A toast of its own, or the one digest that is gathering. */
function toastFor(
  db: Db,
  verdict: Verdict['verdict'],
  waiting: number | null,
  committed: Committed,
  now: number,
): number | null {
  if (verdict === 'toast') {
    const toast = waiting ?? insertToast(db, 'single', now);
    if (waiting === null) committed.toasts.push(toast);
    return toast;
  }
  if (verdict === 'digest') {
    committed.digest ??= gatheringDigest(db) ?? insertToast(db, 'digest', now);
    return committed.digest;
  }
  return null;
}
