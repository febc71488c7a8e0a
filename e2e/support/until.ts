import { setTimeout as delay } from 'node:timers/promises';

/**
 * Looks again and again until `check` gives something true.
 * @throws Error that says what was waited for
 */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  timeoutMs = 15_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
    await delay(25);
  }
}
