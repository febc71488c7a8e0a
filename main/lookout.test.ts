import { afterEach, expect, test, vi } from 'vitest';
import { createLookout } from './lookout.ts';

afterEach(() => void vi.useRealTimers());

const HOUR = 3_600_000;

/** A lookout for one moment, on a clock that can be set apart from the timers. */
function lookingOutFor(moment: number | null) {
  vi.useFakeTimers({ now: 0 });
  const looks: number[] = [];
  const errors: unknown[] = [];
  const state = { moment, ahead: 0, act: async () => {} };
  const clock = () => Date.now() + state.ahead;
  const lookout = createLookout({
    clock,
    async act() {
      looks.push(clock());
      await state.act();
      if (state.moment !== null && state.moment <= clock()) state.moment = null;
    },
    next: () => state.moment,
    onError: (error) => errors.push(error),
  });
  return { lookout, looks, errors, state };
}

test('it looks at once, and then when the moment has come', async () => {
  const { lookout, looks } = lookingOutFor(90_000);
  lookout.look();
  await vi.advanceTimersByTimeAsync(89_999);
  expect(looks).toEqual([0]);
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toEqual([0, 90_000]);
  await vi.advanceTimersByTimeAsync(10 * HOUR);
  expect(looks).toHaveLength(2);
});

test('no wait is longer than an hour: a clock that was set is found out', async () => {
  const { lookout, looks, state } = lookingOutFor(5 * HOUR);
  lookout.look();
  await vi.advanceTimersByTimeAsync(60_000);
  state.ahead = 5 * HOUR;
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(looks).toEqual([0, 6 * HOUR]);
});

test('what is asked for while it acts is looked at after that', async () => {
  const { lookout, looks, state } = lookingOutFor(null);
  const first = Promise.withResolvers<void>();
  state.act = () => first.promise;
  lookout.look();
  lookout.look();
  lookout.look();
  expect(looks).toHaveLength(1);
  first.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toHaveLength(2);
});

test('a failure is told, and it looks again in a minute; once stopped it never does', async () => {
  const { lookout, looks, errors, state } = lookingOutFor(null);
  state.act = async () => {
    throw new Error('disk full');
  };
  lookout.look();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([looks, errors.length]).toEqual([[0, 60_000], 2]);
  lookout.stop();
  await vi.advanceTimersByTimeAsync(5 * HOUR);
  expect(looks).toHaveLength(2);
});
