import type { Pause } from '../../preload/contract.ts';

/** What of a pause is left: null once its time is over, whether or not anyone was awake to end it. */
export function pauseAt(paused: Pause, now: number): Pause {
  return typeof paused === 'number' && paused <= now ? null : paused;
}
