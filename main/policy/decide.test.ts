import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hours, Pause, Rule } from '../../preload/contract.ts';
import { rule } from '../../testing/rules.ts';
import type { Arrival } from '../notice.ts';
import { settingsSchema } from '../settings/schema.ts';
import { decide, FLOOD_BATCH, FLOOD_TOASTS, type PolicyBatch } from './decide.ts';
import { policyAt } from './laid-down.ts';

type Situation = {
  arrival: Arrival;
  enabled: boolean;
  muted: boolean;
  rules: Rule[];
  paused: Pause;
  quiet: boolean;
  urgentPasses: boolean;
  visible: boolean;
  priorities: number[];
  recentToasts: number;
  digestGathers: boolean;
};
const ordinary: Situation = {
  ...{ arrival: 'live', enabled: true, muted: false, rules: [], paused: null, quiet: false },
  ...{ urgentPasses: true, visible: false, priorities: [3], recentToasts: 0, digestGathers: false },
};
const NOON = Date.parse('2026-01-07T12:00Z');
const AT_NOON: Hours = { days: [3], from: '11:00', to: '13:00' };
const notice = (priority: number, createdAt: number | null = null) => ({
  ...{ title: 'T', body: 'B', topic: null, priority, createdAt },
});

function policyOf({ rules, paused, quiet, urgentPasses, enabled, muted }: Situation) {
  const quietHours = { enabled: quiet, hours: [AT_NOON], timeZone: 'UTC', urgentPasses };
  return policyAt(settingsSchema.parse({ rules, paused, quietHours }), { enabled, muted }, NOON);
}
function verdicts(part: Partial<Situation>, back?: number) {
  const situation = { ...ordinary, ...part };
  const { arrival, priorities, recentToasts, digestGathers, visible } = situation;
  const notices = priorities.map((priority) => notice(priority));
  const given = { source: 's', arrival, notices, recentToasts, digestGathers };
  const batch = { ...given, ...(back === undefined ? {} : { back }) };
  return decide(batch, policyOf(situation), { visible: () => visible });
}
const words = (part: Partial<Situation>, back?: number) =>
  verdicts(part, back).map(({ verdict, reason }) => `${verdict}: ${reason}`);
/** A rule that does this to everything. */
const all = (action: Parameters<typeof rule>[2]) => [rule('all', {}, action)];

test.each<[string, Partial<Situation>]>([
  ['none: history', { arrival: 'first', enabled: false, muted: true, rules: all('toast'), visible: true }],
  ['quiet: source-off', { enabled: false, muted: true, rules: all('toast'), paused: 'forever' }],
  ['quiet: source-muted', { muted: true, rules: all('toast'), paused: 'forever', visible: true }],
  ['quiet: rule', { rules: all('quiet'), paused: 'forever', quiet: true, visible: true }],
  ['none: rule', { rules: all('none'), paused: 'forever', quiet: true, visible: true }],
  ['quiet: rule', { rules: all('archive'), visible: true }],
  ['hold: rule', { rules: all({ kind: 'hold', until: '18:00' }), visible: true }],
  ['toast: rule', { rules: all('toast'), paused: 'forever', quiet: true }],
  ['none: in-view', { rules: all('toast'), visible: true }],
  ['digest: flood', { rules: all('toast'), recentToasts: FLOOD_TOASTS }],
  ['quiet: paused', { paused: 'forever', quiet: true, visible: true }],
  ['quiet: paused', { paused: NOON + 1 }],
  ['quiet: paused', { paused: 'forever', priorities: [5] }],
  ['toast: arrived', { paused: NOON }],
  ['hold: quiet-hours', { quiet: true, visible: true }],
  ['hold: quiet-hours', { quiet: true, priorities: [4] }],
  ['toast: urgent', { quiet: true, priorities: [5] }],
  ['hold: quiet-hours', { quiet: true, priorities: [5], urgentPasses: false }],
  ['toast: urgent', { quiet: true, rules: all('urgent') }],
  ['none: in-view', { quiet: true, priorities: [5], visible: true }],
  ['none: in-view', { visible: true }],
  ['digest: flood', { recentToasts: FLOOD_TOASTS }],
  ['toast: arrived', {}],
  ['toast: arrived', { rules: all({ kind: 'sound', sound: 'none' }) }],
  ['toast: arrived', { arrival: 'catch-up' }],
  ['digest: flood', { arrival: 'catch-up', digestGathers: true }],
  ['toast: arrived', { arrival: 'catch-up', digestGathers: true, priorities: [5] }],
  ['toast: arrived', { digestGathers: true }],
])('%s: %j', (expected, part) => {
  expect(words(part)).toEqual([expected]);
});

test('what comes back from a snooze comes back by pause, quiet hours and company, not by rules', () => {
  const rules = all({ kind: 'hold', until: '18:00' });
  expect(words({ rules }, 1)).toEqual(['toast: arrived']);
  expect(words({ rules, paused: 'forever' }, 1)).toEqual(['quiet: paused']);
  expect(words({ rules, quiet: true }, 2)).toEqual(['hold: quiet-hours']);
  expect(words({ rules }, 2)).toEqual(['digest: back-together']);
});

test('rules tell what else they make of a notice, and who they are', () => {
  const nothing = { priority: 3, sound: null, read: false, place: 'inbox', heldUntil: null };
  const effects = (rules: Rule[], part: Partial<Situation> = {}) => verdicts({ rules, ...part })[0]?.effects;
  const by = (kind: string) => ({ rules: [{ id: 'all', name: 'Rule all', kind }] });
  expect(effects([])).toBeUndefined();
  expect(effects(all('quiet'))).toEqual({ ...nothing, ...by('quiet') });
  expect(effects(all('none'))).toEqual({ ...nothing, ...by('none'), read: true });
  expect(effects(all('archive'))).toEqual({ ...nothing, ...by('archive'), place: 'archived' });
  const heldUntil = Date.parse('2026-01-07T18:00Z');
  const held = all({ kind: 'hold', until: '18:00' });
  expect(effects(held)).toEqual({ ...nothing, ...by('hold'), place: 'snoozed', heldUntil });
  expect(effects(all('urgent'))).toEqual({ ...nothing, ...by('urgent'), priority: 5 });
  const soft = all({ kind: 'sound', sound: 'none' });
  expect(effects(soft, { paused: 'forever' })).toEqual({ ...nothing, ...by('sound'), sound: 'none' });
});

test('a rule is about some notices of a batch, and what it keeps quiet counts for no flood', () => {
  const rules = [rule('low', { maxPriority: 2 }, 'quiet')];
  const priorities = [...Array(FLOOD_BATCH).fill(3), 1, 2];
  expect(words({ rules, priorities })).toEqual([
    ...Array(FLOOD_BATCH).fill('toast: arrived'),
    ...['quiet: rule', 'quiet: rule'],
  ]);
});

test('what a rule makes urgent stands on its own in a flood', () => {
  const rules = [rule('low', { maxPriority: 1 }, 'urgent')];
  const [first, ...rest] = words({ rules, priorities: [1, 3, 3, 3, 3, 3] });
  expect([first, new Set(rest)]).toEqual(['toast: arrived', new Set(['digest: flood'])]);
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
  const notices = [notice(3)];
  const batch: PolicyBatch = { source: 's', arrival: 'live', notices, recentToasts: 0, digestGathers: false };
  const settings = policyOf(ordinary);
  expect(decide(batch, settings, { visible })).toEqual([{ verdict: 'toast', reason: 'arrived' }]);
  expect(decide({ ...batch, source: 'other' }, settings, { visible })).toEqual([
    { verdict: 'none', reason: 'in-view' },
  ]);
});

test('each notice is in view or not by its own time; those that are count for no flood', () => {
  const notices = [1, 2, 3, 4, 5, 6].map((createdAt) => notice(3, createdAt));
  const settings = policyOf(ordinary);
  const visible = (_source: string, createdAt: number | null) => createdAt === 6;
  const batch: PolicyBatch = {
    ...{ source: 's', arrival: 'catch-up', notices, recentToasts: 0, digestGathers: false },
  };
  const told = decide(batch, settings, { visible });
  expect(told.map(({ reason }) => reason)).toEqual([...Array(5).fill('arrived'), 'in-view']);
});

const RULES = [
  rule('quiet', { maxPriority: 1 }, 'quiet'),
  rule('toast', { maxPriority: 2 }, 'toast'),
  rule('urgent', { minPriority: 4 }, 'urgent'),
  rule('none', { minPriority: 5 }, 'none'),
];

test('whatever the situation: one verdict per notice, always with its reason, and few toasts', () => {
  const situation = fc.record({
    arrival: fc.constantFrom<Arrival>('first', 'catch-up', 'live'),
    enabled: fc.boolean(),
    muted: fc.boolean(),
    paused: fc.constantFrom<Pause>(null, 'forever'),
    quiet: fc.boolean(),
    urgentPasses: fc.boolean(),
    rules: fc.subarray(RULES),
    visible: fc.boolean(),
    priorities: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }),
    recentToasts: fc.nat(40),
    digestGathers: fc.boolean(),
  });
  fc.assert(
    fc.property(situation, (given) => {
      const all = verdicts(given);
      expect(all).toHaveLength(given.priorities.length);
      const reasons = ['arrived', 'urgent', 'history', 'source-off', 'source-muted', 'rule', 'paused'];
      for (const { reason } of all) expect([...reasons, 'quiet-hours', 'in-view', 'flood']).toContain(reason);
      const toasts = all.filter(({ verdict }) => verdict === 'toast').length;
      expect(toasts).toBeLessThanOrEqual(
        Math.min(FLOOD_BATCH, Math.max(0, FLOOD_TOASTS - given.recentToasts)),
      );
      const { arrival, enabled, muted, paused, visible, rules } = given;
      const silent = arrival === 'first' || !enabled || muted || visible || (paused && rules.length === 0);
      if (silent) expect(all.some(({ verdict }) => verdict === 'toast' || verdict === 'digest')).toBe(false);
      for (const { reason, effects } of all) if (reason === 'rule') expect(effects?.rules).not.toEqual([]);
    }),
  );
});
