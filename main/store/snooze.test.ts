import { expect, test } from 'vitest';
import { arrive, digest, draft, quiet, temporaryDatabase, toast } from '../../testing/database.ts';
import type { Db } from './database.ts';
import { readNotice, readVerdicts } from './notices.ts';
import { markRead, moveNotices } from './places.ts';
import { countDue, nextReturn, type Returning, returnDue } from './snooze.ts';

function snoozed(db: Db, until: Record<string, number>) {
  return Object.entries(until).map(([key, heldUntil]) => {
    const { notices } = arrive(db, [draft(key, { title: 'T', topic: 'x', priority: 4 })]);
    moveNotices(db, notices, { place: 'snoozed', heldUntil });
    return notices[0] as number;
  });
}
const places = (db: Db) => db.prepare('SELECT place FROM notices ORDER BY id').pluck().all();

test('what is due comes back: unread, on top of the inbox, with a verdict of its own and a toast to show', () => {
  const db = temporaryDatabase();
  const [a] = snoozed(db, { a: 5_000, b: 6_001 }) as [number, number];
  markRead(db, [a], true, 2_000);
  expect([nextReturn(db), countDue(db, 4_999), countDue(db, 6_000)]).toEqual([5_000, 0, 1]);
  const told: [Returning, number][] = [];
  const decide = (...given: [Returning, number]) => {
    told.push(given);
    return toast;
  };
  const committed = returnDue(db, decide, 6_000, 10);
  expect(told).toMatchObject([
    [{ id: a, source: 's', title: 'T', body: 'a', topic: 'x', priority: 4, heldUntil: 5_000 }, 0],
  ]);
  expect(committed).toMatchObject({ notices: [a], toasts: [1], digest: null });
  expect(readNotice(db, a)).toMatchObject({
    readAt: null,
    heldUntil: null,
    sortAt: 6_000,
    receivedAt: 1_000,
  });
  expect(readVerdicts(db, a).at(-1)).toMatchObject({ occasion: 'snooze 5000', verdict: 'toast', at: 6_000 });
  expect(places(db)).toEqual(['inbox', 'snoozed']);
  expect(returnDue(db, () => toast, 6_000, 10).notices).toEqual([]);
});

test('the soonest first, at most as many as asked for, gathered in one digest', () => {
  const db = temporaryDatabase();
  const [a, b, c] = snoozed(db, { a: 30, b: 10, c: 20 });
  const first = returnDue(db, () => digest, 100, 2);
  const second = returnDue(db, () => digest, 100, 2);
  expect([first.notices, second.notices]).toEqual([[b, c], [a]]);
  expect(second.digest).toBe(first.digest);
});

test('one that was snoozed twice until the same moment comes back twice, and toasts once', () => {
  const db = temporaryDatabase();
  const [a] = snoozed(db, { a: 30 }) as [number];
  expect(returnDue(db, () => toast, 100, 9).toasts).toHaveLength(1);
  moveNotices(db, [a], { place: 'snoozed', heldUntil: 30 });
  expect(returnDue(db, () => toast, 100, 9).toasts).toEqual([]);
  expect(places(db)).toEqual(['inbox']);
});

test('when policy fails, everything stays snoozed', () => {
  const db = temporaryDatabase();
  snoozed(db, { a: 10, b: 20 });
  const decide = ({ body }: Returning) => {
    if (body === 'b') throw new Error('no');
    return quiet;
  };
  expect(() => returnDue(db, decide, 100, 9)).toThrow('no');
  expect(places(db)).toEqual(['snoozed', 'snoozed']);
});
