import { expect, test } from 'vitest';
import type { FeedMemory } from '../store/feeds.ts';
import type { AttemptResult } from './attempt.ts';
import type { Hello } from './dialect.ts';
import { gapBefore, gapOfBroken } from './gap.ts';

const HOUR = 3_600_000;
const memory: FeedMemory = {
  ...{ cursor: '7', greetedAt: 1, heartbeatMs: null, periodMs: null, aliveAt: 10 * HOUR, keptForMs: null },
};
const resumes: Hello = { resumable: true, heartbeatMs: null, live: 'at-once', loss: null };
const forgets: Hello = { ...resumes, resumable: false };

test('a server that sends again what was missed leaves no gap', () => {
  expect(gapBefore(memory, resumes, 12 * HOUR)).toBeNull();
});

test('one that doesn’t leaves a gap from the last sign of life to the new connection', () => {
  expect(gapBefore(memory, forgets, 12 * HOUR)).toMatchObject({ from: 10 * HOUR, to: 12 * HOUR });
  const lagging = { ...forgets, lagMs: 10_000 };
  expect(gapBefore(memory, lagging, 12 * HOUR)?.from).toBe(10 * HOUR - 10_000);
});

test('nothing was missed before the first connection was there', () => {
  expect(gapBefore({ ...memory, greetedAt: null }, forgets, 12 * HOUR)).toBeNull();
  expect(gapBefore({ ...memory, aliveAt: null }, forgets, 12 * HOUR)).toBeNull();
});

test('what the server has dropped by age is a gap up to where its memory begins', () => {
  const kept = { ...memory, keptForMs: 12 * HOUR };
  expect(gapBefore(kept, resumes, 22 * HOUR)).toBeNull();
  const gap = gapBefore(kept, resumes, 30 * HOUR);
  expect(gap).toMatchObject({ from: 10 * HOUR, to: 18 * HOUR });
  expect(gap?.why).toEqual(['keptTooShort', 12]);
});

test('a loss that the server itself tells is a gap for that reason', () => {
  expect(gapBefore(memory, { ...resumes, loss: ['serverForgot'] }, 12 * HOUR)).toEqual({
    ...{ from: 10 * HOUR, to: 12 * HOUR, why: ['serverForgot'] },
  });
});

test.each([
  ['failed', false, true],
  ['stalled', false, true],
  ['ended', false, false],
  ['closed', false, false],
  ['closed', true, true],
] as const)(
  'a connection that %s (overdue: %s) beside its successor may have lost something: %s',
  (kind, overdue, lost) => {
    const its = { ending: { kind }, overdue, aliveAt: 10 * HOUR } as AttemptResult;
    const gap = { from: 10 * HOUR, to: 12 * HOUR, why: ['lostWithConnection'] };
    expect(gapOfBroken(its, forgets, 12 * HOUR)).toEqual(lost ? gap : null);
    expect(gapOfBroken(its, resumes, 12 * HOUR)).toBeNull();
    expect(gapOfBroken(its, forgets, 10 * HOUR)).toBeNull();
  },
);

test('a clock that was set back makes no gap that ends before it begins', () => {
  expect(gapBefore(memory, forgets, 9 * HOUR)).toMatchObject({ from: 9 * HOUR, to: 9 * HOUR });
});
