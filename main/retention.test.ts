import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../testing/database.ts';
import { recorder } from '../testing/recorder.ts';
import { keepTidy } from './retention.ts';
import type { JournalEntry } from './store/journal.ts';
import { letHistoryGo } from './store/leaving.ts';
import { moveNotices } from './store/places.ts';

test('a limit that is only passed over takes nothing', async () => {
  const db = temporaryDatabase();
  const day = 24 * 3_600_000;
  const aged = [10, 100, 1_000].map((days) =>
    draft(`${days} days old`, { createdAt: 2_000 * day - days * day }),
  );
  arrive(db, aged, { now: 2_000 * day });
  db.exec('UPDATE notices SET readAt = 1');
  let now = 2_000 * day;
  let keepDays: number | null = null;
  const journal = recorder<JournalEntry>();
  const tidy = keepTidy({
    ...{ db, clock: () => now, journal: journal.push, onChange() {}, rules: () => [], canUndo: () => false },
    preferences: () => ({ keepDays, keepCount: null }),
    onError: (error) => expect.unreachable(String(error)),
  });
  onTestFinished(tidy.stop);
  tidy.look();
  for (const days of [30, 90, 365]) {
    await setImmediate();
    keepDays = days;
    tidy.look();
  }
  await setImmediate();
  now += 60_000;
  tidy.look();
  await journal.until(({ length }) => length > 0);
  const left = db.prepare('SELECT body FROM notices ORDER BY id').pluck().all();
  expect(left).toEqual(['10 days old', '100 days old']);
});

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
