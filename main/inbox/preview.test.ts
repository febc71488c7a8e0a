import { expect, test } from 'vitest';
import type { Rule } from '../../preload/contract.ts';
import { arrive, draft, quiet, temporaryDatabase } from '../../testing/database.ts';
import { rule } from '../../testing/rules.ts';
import { decide, type Effects } from '../policy/decide.ts';
import { policyAt } from '../policy/laid-down.ts';
import { settingsSchema } from '../settings/schema.ts';
import { commitIntake } from '../store/intake.ts';
import { moveNotices } from '../store/places.ts';
import { LOOKED_AT, previewRule, SAMPLE } from './preview.ts';

const drafts = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => draft(`build ${from + n}`));

test('only the newest part of a long history is looked at, and others have their turn meanwhile', async () => {
  const db = temporaryDatabase();
  arrive(db, drafts(0, 50));
  arrive(db, drafts(50, LOOKED_AT));
  let turns = 0;
  let done = false;
  const takeTurns = () => {
    turns += 1;
    if (!done) setImmediate(takeTurns);
  };
  takeTurns();
  const { matched, looked, sample } = await previewRule(db, rule('a', { regex: '^build \\d+$' }), [], 'UTC');
  done = true;
  expect([matched, looked, sample.length]).toEqual([LOOKED_AT, LOOKED_AT, SAMPLE]);
  expect(sample[0]?.body).toBe(`build ${LOOKED_AT + 49}`);
  expect(turns).toBeGreaterThan(1);
});

test('hours are those at which a notice came; what was deleted is not looked at', async () => {
  const db = temporaryDatabase();
  const at = (time: string) => Date.parse(`2026-01-07T${time}Z`);
  arrive(db, [draft('morning')], { now: at('08:30') });
  arrive(db, [draft('noon')], { now: at('12:00') });
  const deleted = arrive(db, [draft('deleted')], { now: at('08:40') }).notices;
  moveNotices(db, deleted, { place: 'deleted', heldUntil: null });
  const mornings = rule('a', { hours: { days: [3], from: '09:00', to: '10:00' } });
  const preview = await previewRule(db, mornings, [], 'Europe/Berlin');
  expect([preview.looked, preview.sample.map(({ body }) => body)]).toEqual([2, ['morning']]);
});

test('a rule about priority is tried on what it would have seen: what was sent, made urgent by those before it', async () => {
  const db = temporaryDatabase();
  const urgent = rule('a', { text: 'disk', maxPriority: 4 }, 'urgent');
  const loud = rule('b', { minPriority: 5 });
  const policy = policyAt(
    settingsSchema.parse({ rules: [urgent, loud] }),
    { enabled: true, muted: false },
    1_000,
  );
  const intake = { source: 's', arrival: 'live', drafts: [draft('disk 1'), draft('disk 2')] } as const;
  const about = { source: 's', arrival: 'live', digestGathers: false } as const;
  commitIntake(
    db,
    { ...intake, drafts: [...intake.drafts], retractions: [], memory: {} },
    (notices, recentToasts) => decide({ ...about, notices, recentToasts }, policy, { visible: () => false }),
    1_000,
  );
  const matched = async (...rules: Rule[]) =>
    (await previewRule(db, rules.at(-1) as Rule, rules, 'UTC')).matched;
  expect(await matched(urgent)).toBe(2);
  expect(await matched(urgent, loud)).toBe(2);
  expect(await matched(loud)).toBe(0);
});

test('a newer version is tried on its own priority, not on what was sent before', async () => {
  const db = temporaryDatabase();
  const version = (priority: number, createdAt: number) =>
    draft(`v${createdAt}`, { sequence: 'disk', priority, createdAt });
  const asUrgent: Effects = {
    ...{ rules: [], priority: 5, sound: null },
    ...{ read: false, place: 'inbox', heldUntil: null },
  };
  const made = { verdict: { ...quiet, effects: asUrgent } };
  const matched = async () => (await previewRule(db, rule('a', { maxPriority: 4 }), [], 'UTC')).matched;
  arrive(db, [version(3, 100)], made);
  expect(await matched()).toBe(1);
  arrive(db, [version(5, 200)]);
  expect(await matched()).toBe(0);
  arrive(db, [version(3, 300)], made);
  expect(await matched()).toBe(1);
});
