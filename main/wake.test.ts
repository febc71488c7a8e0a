import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { useNetwork } from '../testing/network.ts';
import type { Wake } from './host.ts';
import { eachSleepOnce, watchForWake } from './wake.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
});
afterEach(() => void vi.useRealTimers());

function watch(): Wake[] {
  const wakes: Wake[] = [];
  onTestFinished(watchForWake((wake) => wakes.push(wake)));
  return wakes;
}
/** The wall clock runs on while everything else stands still. */
const sleepFor = (ms: number) => vi.setSystemTime(Date.now() + ms);

test('a machine that slept is noticed once', () => {
  const wakes = watch();
  vi.advanceTimersByTime(60_000);
  expect(wakes).toEqual([]);
  sleepFor(3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(wakes).toEqual([{ why: ['slept'], kind: 'slept' }]);
  vi.advanceTimersByTime(60_000);
  expect(wakes).toHaveLength(1);
});

test('a clock that is set a little, or back, is no sleep', () => {
  const wakes = watch();
  sleepFor(9_000);
  vi.advanceTimersByTime(5_000);
  sleepFor(-3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(wakes).toEqual([]);
});

test('an address that is gone, and one that came, are told apart, each once', () => {
  useNetwork('10.0.0.1');
  const wakes = watch();
  vi.advanceTimersByTime(5_000);
  expect(wakes).toEqual([]);
  useNetwork('10.0.0.1', '10.0.0.2');
  vi.advanceTimersByTime(20_000);
  expect(wakes.map(({ kind }) => kind)).toEqual(['network-changed']);
  useNetwork('10.0.0.2');
  vi.advanceTimersByTime(20_000);
  expect(wakes.map(({ kind }) => kind)).toEqual(['network-changed', 'address-lost']);
});

test('addresses that lead nowhere come and go unnoticed', () => {
  useNetwork('10.0.0.1', 'fe80::1');
  const wakes = watch();
  useNetwork('10.0.0.1', '169.254.7.7');
  vi.advanceTimersByTime(5_000);
  expect(wakes).toEqual([]);
});

test('stopped, it looks no more', () => {
  const wakes: Wake[] = [];
  const stop = watchForWake((wake) => wakes.push(wake));
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('a sleep that the system and the clocks both tell of is passed on once; the next one, and networks, are', () => {
  let now = 0;
  const told: string[] = [];
  const tell = eachSleepOnce(
    ({ why: [name] }) => told.push(name),
    () => now,
  );
  tell({ why: ['woke'], kind: 'slept' });
  now = 5_000;
  tell({ why: ['slept'], kind: 'slept' });
  tell({ why: ['addressLost'], kind: 'address-lost' });
  now = 20_000;
  tell({ why: ['slept'], kind: 'slept' });
  expect(told).toEqual(['woke', 'addressLost', 'slept']);
});
