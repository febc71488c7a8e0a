import { setImmediate } from 'node:timers/promises';

/** So many rows are changed at a time, some 20 ms of work: the rest waits while something else has its turn. */
export const PORTION = 200;

/** Repeats until it answers false, with room between for whatever else waits. */
export async function inPortions(step: () => boolean): Promise<void> {
  while (step()) await setImmediate();
}

/** Does something with each portion of a list. @param isStopped ends it early */
export async function eachPortion<T>(
  list: readonly T[],
  action: (portion: T[]) => void,
  isStopped = () => false,
): Promise<void> {
  let from = 0;
  await inPortions(() => {
    if (isStopped() || from >= list.length) return false;
    action(list.slice(from, from + PORTION));
    from += PORTION;
    return from < list.length;
  });
}
