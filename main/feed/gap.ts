import type { FeedMemory } from '../store/feeds.ts';
import type { Span } from '../store/journal.ts';
import type { Message } from '../words/message.ts';
import type { AttemptResult } from './attempt.ts';
import type { Hello } from './dialect.ts';

type Missed = Span & { why: Message };

/**
 * What a new connection can't make good: the span in which notices may have been missed for good, and why. Null where
 * the server sends all of it again, or where nothing was missed.
 * @param to when the connection was asked for, unix milliseconds
 */
export function gapBefore(memory: FeedMemory, hello: Hello, to: number): Missed | null {
  const { greetedAt, aliveAt, keptForMs } = memory;
  if (greetedAt === null || aliveAt === null) return null;
  const from = Math.min(aliveAt - (hello.lagMs ?? 0), to); // the clock may have been set back meanwhile
  if (hello.loss !== null) return { from, to, why: hello.loss };
  if (!hello.resumable) {
    return { from, to, why: ['neverAgain'] };
  }
  if (keptForMs !== null && to - from > keptForMs) {
    const hours = Math.round(keptForMs / 3_600_000);
    return {
      from,
      to: to - keptForMs,
      why: ['keptTooShort', hours],
    };
  }
  return null;
}

/**
 * What a connection that broke beside its successor may have taken with it: the server had sent it, or was about to, before
 * it knew of the successor. Null where the server ended it in peace, or sends all of it again.
 * @param to when the successor was asked for, unix milliseconds
 */
export function gapOfBroken(
  { ending, overdue, aliveAt }: AttemptResult,
  hello: Hello,
  to: number,
): Missed | null {
  const broke = ending.kind === 'failed' || ending.kind === 'stalled' || overdue;
  if (!broke || hello.resumable || aliveAt === null) return null;
  const from = aliveAt - (hello.lagMs ?? 0);
  return from < to ? { from, to, why: ['lostWithConnection'] } : null;
}
