import type { Clock } from './clock.ts';
import type { Verdict } from './policy/decide.ts';
import { inPortions, PORTION } from './portions.ts';
import type { Db } from './store/database.ts';
import type { Committed } from './store/outcome.ts';
import { countDue, nextReturn, type Returning, returnDue } from './store/snooze.ts';

/** The wall clock decides, and it can be set: a timer that runs on by itself is looked after at least this often. */
const LOOK_MS = 3_600_000;

export type Returns = {
  /** Looks what is due and waits for the next: after a change, a sleep, at the start. */
  look: () => void;
  stop: () => void;
};

export type ReturnsOptions = {
  db: Db;
  clock: Clock;
  /** @param back how many come back at this moment, over all sources */
  decide: (notice: Returning, back: number, recentToasts: number) => Verdict;
  /** Some came back, and this is left to be shown. */
  onReturn: (committed: Committed) => void;
  onError: (error: unknown) => void;
};

/** Brings snoozed notices back when their time has come. */
export function createReturns({ db, clock, decide, onReturn, onError }: ReturnsOptions): Returns {
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let again = false;
  let stopped = false;

  async function bringBack(): Promise<void> {
    const now = clock();
    const back = countDue(db, now);
    let left = back;
    await inPortions(() => {
      if (stopped || left === 0) return false;
      onReturn(returnDue(db, (notice, recent) => decide(notice, back, recent), now, PORTION));
      left = Math.max(0, left - PORTION);
      return left > 0;
    });
  }

  async function look(): Promise<void> {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        await bringBack();
      }
      if (!stopped) wait(nextReturn(db));
    } catch (error) {
      onError(error);
      if (!stopped) wait(clock() + LOOK_MS);
    } finally {
      looking = false;
    }
  }

  function wait(next: number | null): void {
    clearTimeout(timer);
    if (next === null) return;
    timer = setTimeout(() => void look(), Math.min(LOOK_MS, Math.max(0, next - clock())));
  }

  return {
    look: () => void look(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
