import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrival } from '../notice.ts';
import { decide, FLOOD_BATCH, FLOOD_TOASTS, type PolicyBatch } from './decide.ts';

type Situation = {
  arrival: Arrival;
  enabled: boolean;
  muted: boolean;
  paused: boolean;
  visible: boolean;
  priorities: number[];
  recentToasts: number;
  digestGathers: boolean;
};
const ordinary: Situation = {
  ...{ arrival: 'live', enabled: true, muted: false, paused: false, visible: false },
  ...{ priorities: [3], recentToasts: 0, digestGathers: false },
};

function verdicts(part: Partial<Situation>) {
  const { enabled, muted, paused, visible, priorities, ...batch } = { ...ordinary, ...part };
  const notices = priorities.map((priority) => ({ priority, createdAt: null }));
  return decide(
    { source: 's', notices, ...batch },
    { paused, source: { enabled, muted } },
    { visible: () => visible },
  );
}
const words = (part: Partial<Situation>) =>
  verdicts(part).map(({ verdict, reason }) => `${verdict}: ${reason}`);

test.each<[string, Partial<Situation>]>([
  ['none: history', { arrival: 'first', enabled: false, muted: true, paused: true, visible: true }],
  ['quiet: source-off', { enabled: false, muted: true, paused: true, visible: true }],
  ['quiet: source-muted', { muted: true, paused: true, visible: true }],
  ['quiet: paused', { paused: true, visible: true }],
  ['none: in-view', { visible: true }],
  ['digest: flood', { recentToasts: FLOOD_TOASTS }],
  ['toast: arrived', {}],
  ['toast: arrived', { arrival: 'catch-up' }],
  ['digest: flood', { arrival: 'catch-up', digestGathers: true }],
  ['toast: arrived', { arrival: 'catch-up', digestGathers: true, priorities: [5] }],
  ['toast: arrived', { digestGathers: true }],
])('%s', (expected, part) => {
  expect(words(part)).toEqual([expected]);
});

const LIMIT = Array.from({ length: FLOOD_BATCH }, () => 3);
test.each([
  ['as many as are still bearable at once', LIMIT, 0, LIMIT.map(() => 'toast')],
  ['one more is a flood', [...LIMIT, 3], 0, [...LIMIT, 3].map(() => 'digest')],
  ['the last toast of the window', [3], FLOOD_TOASTS - 1, ['toast']],
  ['beyond it', [3], FLOOD_TOASTS, ['digest']],
  ['two of which the second is beyond it', [3, 3], FLOOD_TOASTS - 1, ['digest', 'digest']],
  [
    'an urgent one in a flood stands on its own',
    [3, 3, 5, 3, 3, 3],
    0,
    ['digest', 'digest', 'toast', 'digest', 'digest', 'digest'],
  ],
  ['a flood of urgent ones is a flood', [5, 5, 5, 5, 5, 5], 0, Array(6).fill('digest')],
  ['an urgent one after too many toasts', [5], FLOOD_TOASTS, ['digest']],
  ['priority 4 is not urgent', [4, 3, 3, 3, 3, 3], 0, Array(6).fill('digest')],
])('%s', (_what, priorities, recentToasts, expected) => {
  expect(verdicts({ priorities, recentToasts }).map(({ verdict }) => verdict)).toEqual(expected);
});

test('in view means in view of this source', () => {
  const visible = (source: string) => source === 'other';
  const notices = [{ priority: 3, createdAt: null }];
  const batch: PolicyBatch = { source: 's', arrival: 'live', notices, recentToasts: 0, digestGathers: false };
  const settings = { paused: false, source: { enabled: true, muted: false } };
  expect(decide(batch, settings, { visible })).toEqual([{ verdict: 'toast', reason: 'arrived' }]);
  expect(decide({ ...batch, source: 'other' }, settings, { visible })).toEqual([
    { verdict: 'none', reason: 'in-view' },
  ]);
});

test('each notice is in view or not by its own time; those that are count for no flood', () => {
  const notices = [1, 2, 3, 4, 5, 6].map((createdAt) => ({ priority: 3, createdAt }));
  const settings = { paused: false, source: { enabled: true, muted: false } };
  const visible = (_source: string, createdAt: number | null) => createdAt === 6;
  const batch: PolicyBatch = {
    ...{ source: 's', arrival: 'catch-up', notices, recentToasts: 0, digestGathers: false },
  };
  const told = decide(batch, settings, { visible });
  expect(told.map(({ reason }) => reason)).toEqual([...Array(5).fill('arrived'), 'in-view']);
});

test('whatever the situation: one verdict per notice, always with its reason, and few toasts', () => {
  const situation = fc.record({
    arrival: fc.constantFrom<Arrival>('first', 'catch-up', 'live'),
    enabled: fc.boolean(),
    muted: fc.boolean(),
    paused: fc.boolean(),
    visible: fc.boolean(),
    priorities: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }),
    recentToasts: fc.nat(40),
    digestGathers: fc.boolean(),
  });
  fc.assert(
    fc.property(situation, (given) => {
      const all = verdicts(given);
      expect(all).toHaveLength(given.priorities.length);
      const reasons = ['arrived', 'history', 'source-off', 'source-muted', 'paused', 'in-view', 'flood'];
      for (const { reason } of all) expect(reasons).toContain(reason);
      const toasts = all.filter(({ verdict }) => verdict === 'toast').length;
      expect(toasts).toBeLessThanOrEqual(
        Math.min(FLOOD_BATCH, Math.max(0, FLOOD_TOASTS - given.recentToasts)),
      );
      const silent =
        given.arrival === 'first' || !given.enabled || given.muted || given.paused || given.visible;
      if (silent) expect(all.every(({ verdict }) => verdict === 'none' || verdict === 'quiet')).toBe(true);
    }),
  );
});
