import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import type { Effects, Verdict } from '../policy/decide.ts';
import { readNotice, readVerdicts } from './notices.ts';
import { keepRuleCounts, readRuleCounts } from './rule-counts.ts';

const by = (...ids: string[]) => ids.map((id) => ({ id, name: id.toUpperCase(), kind: 'quiet' as const }));
const ruled = (part: Partial<Effects>): Verdict => ({
  ...{ verdict: 'quiet', reason: 'rule' },
  effects: { rules: [], priority: 3, sound: null, read: false, place: 'inbox', heldUntil: null, ...part },
});

test('what rules did is counted with the notices they did it to, and forgotten with the rules', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('1'), draft('2')], { verdict: ruled({ rules: by('a', 'b') }), now: 1_000 });
  arrive(db, [draft('3')], { verdict: ruled({ rules: by('b') }), now: 2_000 });
  const counts = { a: { matched: 2, lastAt: 1_000 }, b: { matched: 3, lastAt: 2_000 } };
  expect(Object.fromEntries(readRuleCounts(db))).toEqual(counts);
  arrive(db, [draft('3')], { verdict: ruled({ rules: by('b') }), now: 3_000 }); // known already
  expect(Object.fromEntries(readRuleCounts(db))).toEqual(counts);
  keepRuleCounts(db, ['b', 'c']);
  expect(Object.fromEntries(readRuleCounts(db))).toEqual({ b: counts.b });
});

test('what rules make of a notice is stored with it, under the names they had', () => {
  const db = temporaryDatabase();
  const effects = { rules: by('a'), priority: 5, sound: 'none', read: true, place: 'inbox' } as const;
  const { notices } = arrive(db, [draft('1')], {
    verdict: ruled({ ...effects, rules: by('a') }),
    now: 1_000,
  });
  expect(readNotice(db, notices[0] as number)).toMatchObject({ priority: 5, readAt: 1_000 });
  expect(readVerdicts(db, notices[0] as number)).toMatchObject([{ rules: by('a') }]);
  const placing = { place: 'snoozed', heldUntil: 9_000 } as const;
  const later = arrive(db, [draft('2')], { verdict: ruled(placing) }).notices[0] as number;
  const stored = db.prepare('SELECT place, heldUntil, sound FROM notices WHERE id = ?');
  expect(stored.get(later)).toEqual({ ...placing, sound: null });
  expect(stored.get(notices[0] as number)).toMatchObject({ sound: 'none' });
});
