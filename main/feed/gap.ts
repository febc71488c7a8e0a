import type { FeedMemory } from '../store/feeds.ts';
import type { Span } from '../store/journal.ts';
import type { Hello } from './dialect.ts';

/**
 * What a new connection can't make good: the span in which notices may have been missed for good, and why. Null where
 * the server sends all of it again, or where nothing was missed.
 * @param to when the connection was asked for, unix milliseconds
 */
export function gapBefore(memory: FeedMemory, hello: Hello, to: number): (Span & { why: string }) | null {
  const { greetedAt, aliveAt, keptForMs } = memory;
  if (greetedAt === null || aliveAt === null) return null;
  const from = Math.min(aliveAt - (hello.lagMs ?? 0), to); // the clock may have been set back meanwhile
  if (hello.loss !== null) return { from, to, why: hello.loss };
  if (!hello.resumable) {
    return { from, to, why: 'it was not connected, and this server doesn’t send again what was missed' };
  }
  if (keptForMs !== null && to - from > keptForMs) {
    const hours = Math.round(keptForMs / 3_600_000);
    return {
      from,
      to: to - keptForMs,
      why: `it was not connected, and this server keeps its notifications for ${hours} h only`,
    };
  }
  return null;
}
