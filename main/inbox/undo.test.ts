import { expect, onTestFinished, test, vi } from 'vitest';
import { arrive, counts, draft, temporaryDatabase } from '../../testing/database.ts';
import { recorder } from '../../testing/recorder.ts';
import type { Db } from '../store/database.ts';
import { markRead, moveNotices } from '../store/places.ts';
import { createUndo, UNDO_KEPT, UNDO_MS } from './undo.ts';

const DELETED = { place: 'deleted', heldUntil: null } as const;
const ARCHIVED = { place: 'archived', heldUntil: null } as const;

function withUndo() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const db = temporaryDatabase();
  const errors = recorder<unknown>();
  const undo = createUndo(db, errors.push);
  onTestFinished(undo.stop);
  const move = (ids: number[], to: typeof DELETED | typeof ARCHIVED) =>
    undo.remember({ kind: 'moved', former: moveNotices(db, ids, to), to });
  return { db, undo, move, errors };
}
const stored = (db: Db, count: number) =>
  arrive(
    db,
    Array.from({ length: count }, (_, i) => draft(`${i}`)),
  ).notices;
const places = (db: Db) => db.prepare('SELECT place FROM notices ORDER BY id').pluck().all();

test('a move is taken back once', async () => {
  const { db, undo, move } = withUndo();
  const id = move(stored(db, 2), DELETED);
  expect(places(db)).toEqual(['deleted', 'deleted']);
  expect(await undo.undo(id)).toBe(true);
  expect(places(db)).toEqual(['inbox', 'inbox']);
  expect(await undo.undo(id)).toBe(false);
  expect(await undo.undo(999)).toBe(false);
});

test('so is a marking, however many notices it was about', async () => {
  const { db, undo } = withUndo();
  const former = markRead(db, stored(db, 1_200), true, 5);
  const id = undo.remember({ kind: 'marked', former, readAt: 5 });
  expect(await undo.undo(id)).toBe(true);
  expect(db.prepare('SELECT count(*) FROM notices WHERE readAt IS NULL').pluck().get()).toBe(1_200);
});

test('what was deleted goes for good when its time is over; until then it is only hidden', async () => {
  const { db, undo, move } = withUndo();
  const id = move(stored(db, 1), DELETED);
  vi.advanceTimersByTime(UNDO_MS - 1);
  expect(counts(db).notices).toBe(1);
  vi.advanceTimersByTime(1);
  expect(counts(db)).toMatchObject({ notices: 0, verdicts: 0, seen: 1 });
  expect(await undo.undo(id)).toBe(false);
});

test('or when many other changes came after it', async () => {
  const { db, undo, move } = withUndo();
  const [first, ...others] = stored(db, UNDO_KEPT + 1) as [number, ...number[]];
  const id = move([first], DELETED);
  const rest = others.map((other) => move([other], ARCHIVED));
  expect(counts(db).notices).toBe(UNDO_KEPT);
  expect(await undo.undo(id)).toBe(false);
  expect(await undo.undo(rest[0] as number)).toBe(true);
});

test('a change of nothing takes no other’s room', async () => {
  const { db, undo, move } = withUndo();
  const id = move(stored(db, 1), ARCHIVED);
  for (let i = 0; i < UNDO_KEPT; i++) move([999], ARCHIVED);
  expect(await undo.undo(id)).toBe(true);
});

test('what was moved since stays where it is', async () => {
  const { db, undo, move } = withUndo();
  const ids = stored(db, 1);
  const id = move(ids, ARCHIVED);
  move(ids, DELETED);
  expect(await undo.undo(id)).toBe(false);
  expect(places(db)).toEqual(['deleted']);
});

test('a deleted item of which a newer version came is back, and stays', () => {
  const { db, move } = withUndo();
  const version = (key: string, createdAt: number) => draft(key, { sequence: 'item', createdAt });
  move(arrive(db, [version('v1', 1)]).notices, DELETED);
  arrive(db, [version('v2', 2)]);
  vi.advanceTimersByTime(UNDO_MS);
  expect(places(db)).toEqual(['inbox']);
});

test('a store that fails while it removes is told of, and ends nothing', async () => {
  const { db, move, errors } = withUndo();
  move(stored(db, 1), DELETED);
  db.exec("CREATE TRIGGER refuse BEFORE DELETE ON notices BEGIN SELECT raise(ABORT, 'no'); END");
  vi.advanceTimersByTime(UNDO_MS);
  expect(await errors.until(({ length }) => length === 1)).toMatchObject([{ message: 'no' }]);
});
