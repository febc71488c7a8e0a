import { setTimeout } from 'node:timers/promises';
import type { Db } from './store/database.ts';
import { logIsShort } from './store/write-back/write-back.ts';

/** So long the rest waits for a portion, milliseconds: the window answers within 50. */
const AIM_MS = 5;
/** How many rows that is, is found out: it depends on the machine, on what is done, and on what else goes on. */
export const FIRST_PORTION = 50;
const LEAST = 10;
const MOST = 250;

/** How many rows next, when so many took so long (milliseconds): nearer to the aim, at most half as many again. */
export function nextPortion(portion: number, tookMs: number): number {
  const factor = Math.min(1.5, AIM_MS / Math.max(tookMs, 0.001));
  return Math.max(LEAST, Math.min(MOST, Math.floor(portion * factor)));
}

/**
 * Repeats until it answers false, with room between for whatever else waits.
 * @param step is told how many rows are one portion now
 */
export async function inPortions(db: Db, step: (portion: number) => boolean, pauseMs = 0): Promise<void> {
  let portion = FIRST_PORTION;
  for (;;) {
    const start = performance.now();
    if (!step(portion)) return;
    portion = nextPortion(portion, performance.now() - start);
    await setTimeout(pauseMs);
    await logIsShort(db);
  }
}

/** Does something with each portion of a list. @param isStopped ends it early */
export async function eachPortion<T>(
  db: Db,
  list: readonly T[],
  action: (portion: T[]) => void,
  isStopped = () => false,
): Promise<void> {
  let from = 0;
  await inPortions(db, (portion) => {
    if (isStopped() || from >= list.length) return false;
    action(list.slice(from, from + portion));
    from += portion;
    return from < list.length;
  });
}
