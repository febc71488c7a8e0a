import { expect, test } from 'vitest';
import { arrive, counts, draft, temporaryDatabase, toast } from '../testing/database.ts';
import { finishLeaving, removeHistory } from './leaving.ts';
import { listLeaving } from './store/leaving.ts';
import { moveNotices } from './store/places.ts';

const many = (count: number) => Array.from({ length: count }, (_, n) => draft(`${n}`));

test('all of a removed source goes, wherever it was put, and nothing of others; its toasts are taken down', async () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, many(600), { verdict: toast, memory: { cursor: '7' } });
  moveNotices(db, notices.slice(0, 100), { place: 'archived', heldUntil: null });
  moveNotices(db, notices.slice(100, 200), { place: 'deleted', heldUntil: null });
  arrive(db, [draft('x')], { source: 'other', memory: { cursor: '1' } });
  const withdrawn: number[] = [];
  await removeHistory(db, 's', (id) => withdrawn.push(id));
  expect(counts(db)).toMatchObject({ notices: 1, seen: 1, feeds: 1, toasts: 0 });
  expect([new Set(withdrawn).size, listLeaving(db)]).toEqual([600, []]);
});

test('what a run didn’t get to remove, the next one does', async () => {
  const db = temporaryDatabase();
  arrive(db, many(600));
  let portions = 0;
  await removeHistory(
    db,
    's',
    () => {},
    () => {
      portions += 1;
      return portions > 2;
    },
  );
  expect(counts(db).notices).toBeGreaterThan(0);
  await finishLeaving(db, () => false);
  expect([counts(db).notices, counts(db).seen, listLeaving(db)]).toEqual([0, 0, []]);
});
