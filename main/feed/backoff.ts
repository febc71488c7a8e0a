import type { Ending } from './connection.ts';
import { describe } from './describe.ts';

/** The retry rules' numbers, milliseconds. Tests shorten them; nobody else does. */
export type FeedTiming = {
  /** How long the headers may take where the server hasn't told its heartbeat: the original endpoint sends them with the first row, up to 100 s late. */
  headersMs: number;
  /** A clean end after this long is routine. */
  routineMs: number;
  /** Full jitter starts here… */
  baseMs: number;
  /** …and is never longer than this. */
  capMs: number;
  /** An open connection that lasted this long clears the count of failures. */
  stableMs: number;
  /** How often a refused credential is tried again by itself. */
  refusedMs: number;
  /** `Retry-After` is honoured up to here. */
  retryAfterCapMs: number;
};

export const TIMING: FeedTiming = {
  headersMs: 150_000,
  routineMs: 5_000,
  baseMs: 1_000,
  capMs: 60_000,
  stableMs: 60_000,
  refusedMs: 15 * 60_000,
  retryAfterCapMs: 60 * 60_000,
};

/** It would be the same again until a person does something. A redirect is not followed with a credential in hand. */
const STOPS = ['no-content', 'unauthorized', 'forbidden', 'redirect'];

/** Silence longer than 2.5 heartbeats is a dead connection. */
export const STALL_HEARTBEATS = 2.5;

/**
 * Where a server can't resume, the next connection is opened at this part of the learned period, and dedupe absorbs the
 * overlap: the original endpoint never queries the last tenth of a connection.
 */
export const SUCCESSOR_AT = 0.8;

export type NextTry =
  /** Nothing is wrong: servers and proxies end connections. */
  | { kind: 'routine'; delayMs: number }
  | { kind: 'retry'; delayMs: number }
  /** It would be refused again; a person has to do something. */
  | { kind: 'stopped'; delayMs: number };

/**
 * When to connect again after a connection ended.
 * @param failures how many failures in a row came before this ending
 * @param random a number in [0, 1)
 */
export function nextTry(
  ending: Ending,
  history: { failures: number; resumable: boolean; periodMs: number | null },
  timing: FeedTiming,
  random: () => number,
): NextTry {
  if (STOPS.includes(describe(ending).code)) return { kind: 'stopped', delayMs: timing.refusedMs };
  if (ending.kind === 'ended' && livedLong(ending.livedMs, history.periodMs, timing)) {
    const spread = ending.retryMs ?? 2_000;
    return { kind: 'routine', delayMs: history.resumable ? Math.min(spread, timing.capMs) * random() : 0 };
  }
  const asked = ending.kind === 'refused' ? Math.min(ending.retryAfterMs ?? 0, timing.retryAfterCapMs) : 0;
  const base = Math.min(Math.max(timing.baseMs, ending.retryMs ?? 0), timing.capMs);
  const jittered = jitteredMs(history.failures, base, timing, random);
  // Beyond what the server asks for: it asks the same of all its clients.
  return { kind: 'retry', delayMs: asked + jittered };
}

/**
 * Full jitter, from the first failure on: the clients of a server that fell over must not all come back in the same second.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
function jitteredMs(failures: number, base: number, timing: FeedTiming, random: () => number): number {
  const ceiling = Math.min(timing.capMs, base * 2 ** Math.min(failures + 1, 20));
  return base + (ceiling - base) * random();
}

function livedLong(livedMs: number, periodMs: number | null, timing: FeedTiming): boolean {
  return livedMs > timing.routineMs || (periodMs !== null && livedMs > periodMs / 2);
}

/**
 * `Retry-After`: seconds or an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 * @returns milliseconds from `now`, or null when absent or unreadable
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
