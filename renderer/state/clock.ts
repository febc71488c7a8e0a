/** The time as a signal. Nothing ticks in a hidden window. */
import { computed, signal } from '@preact/signals';
import { timeHere } from '../here.ts';

/** Steps every ten seconds: enough for "3 min". */
export const now = signal(Date.now());

/** Changes at midnight. */
export const today = computed(() => timeHere.dayKey(now.value));

export function startClock(): void {
  const tick = () => {
    if (document.visibilityState === 'visible') now.value = Date.now();
  };
  setInterval(tick, 10_000);
  document.addEventListener('visibilitychange', tick);
}
