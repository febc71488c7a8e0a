import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FeedTiming, nextTry, parseRetryAfter, TIMING } from './backoff.ts';
import type { Ending } from './connection.ts';

const companion = { failures: 0, resumable: true, periodMs: null };
const original = { failures: 0, resumable: false, periodMs: null };
const half = () => 0.5;

function ended(livedMs: number, retryMs: number | null = null): Ending {
  return { kind: 'ended', livedMs, retryMs };
}
function refused(status: number, retryAfterMs: number | null = null): Ending {
  const rest = { contentType: null, location: null, livedMs: 10, retryMs: null };
  return { kind: 'refused', status, retryAfterMs, ...rest };
}
const failed: Ending = { kind: 'failed', error: new Error('x'), livedMs: 10, retryMs: null };

test.each([
  ['a connection that lived', ended(5_001), original, { kind: 'routine', delayMs: 0 }],
  ['the same where the server can resume', ended(5_001), companion, { kind: 'routine', delayMs: 1_000 }],
  ['the same with retry:', ended(5_001, 500), companion, { kind: 'routine', delayMs: 250 }],
  ['the same with a huge retry:', ended(5_001, 1e9), companion, { kind: 'routine', delayMs: 30_000 }],
  ['half its usual life', ended(2_001), { ...original, periodMs: 4_000 }, { kind: 'routine', delayMs: 0 }],
  ['less than that', ended(2_000), { ...original, periodMs: 4_000 }, { kind: 'retry', delayMs: 1_500 }],
  ['an end at once', ended(20), original, { kind: 'retry', delayMs: 1_500 }],
  ['401', refused(401), companion, { kind: 'stopped', delayMs: 900_000 }],
  ['403', refused(403), companion, { kind: 'stopped', delayMs: 900_000 }],
  ['204', refused(204), companion, { kind: 'stopped', delayMs: 900_000 }],
  ['a redirect', refused(302), companion, { kind: 'stopped', delayMs: 900_000 }],
  [
    'a redirect as fetch tells it',
    { ...failed, error: new Error('unexpected redirect') },
    companion,
    { kind: 'stopped', delayMs: 900_000 },
  ],
  ['404', refused(404), companion, { kind: 'retry', delayMs: 1_500 }],
  ['503 with Retry-After', refused(503, 120_000), companion, { kind: 'retry', delayMs: 121_500 }],
  ['429 with a short Retry-After', refused(429, 1), companion, { kind: 'retry', delayMs: 1_501 }],
  ['Retry-After of a year', refused(503, 3e10), companion, { kind: 'retry', delayMs: 3_601_500 }],
  ['the fourth failure', failed, { ...companion, failures: 3 }, { kind: 'retry', delayMs: 8_500 }],
  ['a stream that broke', { ...failed, retryMs: 10_000 }, companion, { kind: 'retry', delayMs: 15_000 }],
  [
    'a silent one',
    { ...ended(9e9), kind: 'stalled', silentMs: 5 },
    companion,
    { kind: 'retry', delayMs: 1_500 },
  ],
] satisfies [string, Ending, object, object][])('%s', (_what, ending, history, expected) => {
  expect(nextTry(ending, history, TIMING, half)).toEqual(expected);
});

test('after any number of failures the wait is random between the base and the cap, and the ceiling grows', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const history = { ...companion, failures };
      const wait = (timing: FeedTiming, r: number) => nextTry(failed, history, timing, () => r).delayMs;
      expect(wait(TIMING, random)).toBeGreaterThanOrEqual(TIMING.baseMs);
      expect(wait(TIMING, random)).toBeLessThanOrEqual(TIMING.capMs);
      expect(wait(TIMING, 0.999)).toBeGreaterThan(wait(TIMING, 0));
      const later = nextTry(failed, { ...history, failures: failures + 1 }, TIMING, () => random).delayMs;
      expect(later).toBeGreaterThanOrEqual(wait(TIMING, random));
    }),
  );
});

const now = Date.parse('2024-05-01T10:00:00Z');
test.each([
  [null, null],
  ['', null],
  ['  ', null],
  ['0', 0],
  ['120', 120_000],
  [' 2 ', 2_000],
  ['-5', null],
  ['soon', null],
  ['Infinity', null],
  ['Wed, 01 May 2024 10:01:00 GMT', 60_000],
  ['Wed, 01 May 2024 09:00:00 GMT', 0],
])('Retry-After %j is %s ms', (header, ms) => expect(parseRetryAfter(header, now)).toBe(ms));
