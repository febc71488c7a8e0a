import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from './coalesce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted() {
  let runs = 0;
  const ask = coalesce(() => runs++, 100);
  return { ask, runs: () => runs };
}

test('the first is at once, a storm is one more at the end of each stretch', () => {
  const { ask, runs } = counted();
  for (let i = 0; i < 50; i++) ask();
  expect(runs()).toBe(1);
  vi.advanceTimersByTime(100);
  expect(runs()).toBe(2);
  ask();
  expect(runs()).toBe(2);
  vi.advanceTimersByTime(100);
  expect(runs()).toBe(3);
});

test('after quiet it is at once again, and nothing runs unasked', () => {
  const { ask, runs } = counted();
  ask();
  vi.advanceTimersByTime(1_000);
  expect(runs()).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  ask();
  expect(runs()).toBe(2);
});

test('stopped, it does not run what was still asked for', () => {
  const { ask, runs } = counted();
  ask();
  ask();
  ask.stop();
  vi.advanceTimersByTime(1_000);
  expect([runs(), vi.getTimerCount()]).toEqual([1, 0]);
});

test('asked for by its own action, it runs again later and not for ever at once', () => {
  let runs = 0;
  const ask: () => void = coalesce(() => {
    if (++runs < 3) ask();
  }, 100);
  ask();
  expect(runs).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(3);
});
