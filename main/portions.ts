import { setImmediate } from 'node:timers/promises';

/** So many rows are changed at a time: the rest waits while something else has its turn. */
export const PORTION = 500;

/** Repeats until it answers false, with room between for whatever else waits. */
export async function inPortions(step: () => boolean): Promise<void> {
  while (step()) await setImmediate();
}
