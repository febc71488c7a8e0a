import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import { rule } from '../../testing/rules.ts';
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
  const { matched, looked, sample } = await previewRule(db, rule('a', { regex: '^build \\d+$' }), 'UTC');
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
  const preview = await previewRule(db, mornings, 'Europe/Berlin');
  expect([preview.looked, preview.sample.map(({ body }) => body)]).toEqual([2, ['morning']]);
});
