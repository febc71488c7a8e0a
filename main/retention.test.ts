import { expect, onTestFinished, test, vi } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../testing/database.ts';
import { keepTidy } from './retention.ts';
import { letHistoryGo } from './store/leaving.ts';
import { moveNotices } from './store/places.ts';

test('what is deleted while the rest of an earlier run is removed can still be undone', async () => {
  const db = temporaryDatabase();
  const { notices } = arrive(db, [draft('before'), draft('now')]);
  const [before = 0, now = 0] = notices;
  const other = Array.from({ length: 600 }, (_, n) => draft(`${n}`));
  arrive(db, other, { source: 'removed' });
  letHistoryGo(db, 'removed');
  moveNotices(db, [before], { place: 'deleted', heldUntil: null });

  const tidy = keepTidy({
    ...{ db, clock: Date.now, journal() {}, onChange() {}, rules: () => [] },
    canUndo: () => true,
    preferences: () => ({ keepDays: null, keepCount: null }),
    onError: (error) => expect.unreachable(String(error)),
  });
  onTestFinished(tidy.stop);
  tidy.look();
  moveNotices(db, [now], { place: 'deleted', heldUntil: null });
  const left = () => db.prepare('SELECT id FROM notices').pluck().all();
  await vi.waitFor(() => expect(left()).not.toContain(before));
  expect(left()).toEqual([now]);
});
