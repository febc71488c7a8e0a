import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppState, Bridge } from '../../preload/contract.ts';
import { sources, told } from './app.ts';
import { connect, failure } from './bridge.ts';
import { shiftSource } from './sourceOrder.ts';

/** What main has; it answers the requests one after another, each when it is let. */
let main = '';
let waiting: (() => void)[] = [];
let refusing = false;

const stateOf = (order: string) => ({ sources: [...order].map((id) => ({ id, name: id })) }) as AppState;
const seen = () => sources.value.map(({ id }) => id).join('');
/** As it comes whenever anything changes. */
const push = () => {
  told.value = stateOf(main);
};

beforeEach(() => {
  [main, waiting, refusing] = ['abc', [], false];
  push();
  connect({
    request: (name: string, args: { ids: string[] }) => {
      if (name === 'readState') return Promise.resolve({ ok: true, value: stateOf(main) });
      return new Promise((resolve) =>
        waiting.push(() => {
          if (!refusing) main = args.ids.join('');
          resolve(refusing ? { ok: false, error: 'No.' } : { ok: true, value: null });
        }),
      );
    },
  } as unknown as Bridge);
});
afterEach(() => {
  told.value = null;
  failure.value = null;
});

it('goes on from what was changed, though main told of an older state in between', async () => {
  const down = shiftSource('a', 1);
  const downAgain = shiftSource('a', 1);
  expect(seen()).toBe('bca');
  waiting[0]?.();
  push();
  expect([main, seen()]).toEqual(['bac', 'bca']);
  const up = shiftSource('a', -1);
  expect(seen()).toBe('bac');
  for (const answer of waiting.slice(1)) answer();
  await Promise.all([down, downAgain, up]);
  expect([main, seen()]).toEqual(['bac', 'bac']);
});

it('has what main has once that answered, though it has not told of it yet', async () => {
  const down = shiftSource('a', 1);
  waiting[0]?.();
  await down;
  expect(told.value).toEqual(stateOf('bac'));
});

it('goes back to what main has where main refuses', async () => {
  refusing = true;
  const down = shiftSource('a', 1);
  main = 'abcd'; // another came meanwhile
  waiting[0]?.();
  await down;
  expect([seen(), failure.value]).toEqual(['abcd', 'No.']);
});
