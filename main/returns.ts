import type { Clock } from './clock.ts';
import { createLookout, type Lookout } from './lookout.ts';
import type { Verdict } from './policy/decide.ts';
import { inPortions } from './portions.ts';
import type { Db } from './store/database.ts';
import type { Committed } from './store/outcome.ts';
import { countDue, nextReturn, type Returning, returnDue } from './store/snooze.ts';

export type ReturnsOptions = {
  db: Db;
  clock: Clock;
  /** @param back how many come back at this moment, over all sources */
  decide: (notice: Returning, back: number, recentToasts: number) => Verdict;
  /** Some came back, and this is left to be shown. */
  onReturn: (committed: Committed) => void;
  onError: (error: unknown) => void;
};

/** Brings snoozed notices back when their time has come; all that are due at one moment belong together. */
export function createReturns({ db, clock, decide, onReturn, onError }: ReturnsOptions): Lookout {
  return createLookout({
    clock,
    onError,
    next: () => nextReturn(db),
    async act(isStopped) {
      const now = clock();
      const back = countDue(db, now);
      let left = back;
      await inPortions(db, (portion) => {
        if (isStopped() || left === 0) return false;
        onReturn(returnDue(db, (notice, recent) => decide(notice, back, recent), now, portion));
        left = Math.max(0, left - portion);
        return left > 0;
      });
    },
  });
}
