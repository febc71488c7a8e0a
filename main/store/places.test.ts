import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import { readCounts } from './counts.ts';
import type { Db } from './database.ts';
import { removeSomeHistory } from './leaving.ts';
import { deleteNotices, findNotice, readNotice } from './notices.ts';
import {
  lastNotice,
  markRead,
  markSomeRead,
  moveNotices,
  RESTORE_PLACES,
  restorePlaces,
  restoreRead,
} from './places.ts';

const ALL = { source: null, topic: null, minPriority: null };
const INBOX = { place: 'inbox', heldUntil: null } as const;
const ARCHIVED = { place: 'archived', heldUntil: null } as const;
const until = (heldUntil: number) => ({ place: 'snoozed', heldUntil }) as const;

function three(db: Db) {
  return arrive(db, [draft('a'), draft('b'), draft('c')]).notices as [number, number, number];
}
const where = (db: Db) => db.prepare('SELECT place, heldUntil FROM notices ORDER BY id').all();
const readAt = (db: Db) => db.prepare('SELECT readAt FROM notices ORDER BY id').pluck().all();

test('marking read and unread keeps the time of what already is so, and tells how the others were', () => {
  const db = temporaryDatabase();
  const [a, b, c] = three(db);
  expect(markRead(db, [a], true, 5)).toEqual([{ id: a, readAt: null }]);
  expect(markRead(db, [a, b, 999], true, 6)).toEqual([{ id: b, readAt: null }]);
  expect(readAt(db)).toEqual([5, 6, null]);
  expect(markRead(db, [b, c], false, 7)).toEqual([{ id: b, readAt: 6 }]);
  expect(readAt(db)).toEqual([5, null, null]);
});

test('taking a move back looks at what moved, however much else is in that place', () => {
  const plan = temporaryDatabase().prepare(`EXPLAIN QUERY PLAN ${RESTORE_PLACES}`);
  const steps = plan.all({ former: '[]', place: 'archived', heldUntil: null }) as { detail: string }[];
  expect(steps.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('SCAN json_each'),
    'SEARCH notices USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});

test('a marking is taken back, but not on what was marked otherwise since', () => {
  const db = temporaryDatabase();
  const [a, b, c] = three(db);
  markRead(db, [a], true, 5);
  const former = markRead(db, [a, b, c], true, 6);
  markRead(db, [c], false, 7);
  markRead(db, [c], true, 8);
  expect(restoreRead(db, former, 6)).toBe(1);
  expect(readAt(db)).toEqual([5, null, 8]);
});

test('marking all read takes some at a time, only in the inbox and only what fits, and nothing that came later', () => {
  const db = temporaryDatabase();
  const [a, b, c] = three(db);
  moveNotices(db, [c], ARCHIVED);
  const [other] = arrive(db, [draft('a', { topic: 't', priority: 5 })], { source: 't' }).notices as [number];
  const last = lastNotice(db);
  const [late] = arrive(db, [draft('late')]).notices as [number];
  const mark = (among: Partial<typeof ALL> | { source: string }, limit = 9) =>
    markSomeRead(db, { ...ALL, ...among }, { last, limit, now: 5 }).map(({ id }) => id);
  expect(mark({ source: 's' }, 1)).toEqual([a]);
  expect(mark({ source: 's' })).toEqual([b]);
  expect(mark({ source: 's' })).toEqual([]);
  expect(markSomeRead(db, { ...ALL, topic: 't', minPriority: 5 }, { last, limit: 9, now: 6 })).toEqual([
    { id: other, readAt: null },
  ]);
  expect(mark({})).toEqual([]);
  expect(readNotice(db, late)?.readAt).toBeNull();
  expect(readAt(db)).toEqual([5, 5, null, 6, null]);
});

test('a move tells where things were, and leaves alone what is there already, or deleted', () => {
  const db = temporaryDatabase();
  const [a, b, c] = three(db);
  moveNotices(db, [a], until(50));
  expect(moveNotices(db, [a, b], until(50))).toEqual([{ id: b, ...INBOX }]);
  expect(moveNotices(db, [a, b, c, 999], ARCHIVED)).toEqual([
    { id: a, ...until(50) },
    { id: b, ...until(50) },
    { id: c, ...INBOX },
  ]);
  moveNotices(db, [a], { place: 'deleted', heldUntil: null });
  expect(moveNotices(db, [a], INBOX)).toEqual([]);
  expect(readNotice(db, a)).toBeNull();
});

test('a move is taken back, but not on what was moved elsewhere since', () => {
  const db = temporaryDatabase();
  const [a, b, c] = three(db);
  moveNotices(db, [a], until(50));
  const former = moveNotices(db, [a, b, c], ARCHIVED);
  moveNotices(db, [c], until(60));
  deleteNotices(db, [b]);
  expect(restorePlaces(db, former, ARCHIVED)).toBe(1);
  expect(where(db)).toEqual([until(50), until(60)]);
});

test('counts follow whatever happens to notices', () => {
  const db = temporaryDatabase();
  const [a, b, c] = three(db);
  arrive(db, [draft('w', { createdAt: 5 })], { source: 't' });
  arrive(db, [draft('x', { createdAt: 7 })], { source: 't' });
  arrive(db, [draft('y', { createdAt: 6 })], { source: 't' });
  const counted = () => {
    const sql = `SELECT source, count(*) AS total, count(*) FILTER (WHERE place = 'inbox' AND readAt IS NULL) AS unread,
      count(*) FILTER (WHERE place = 'snoozed') AS snoozed FROM notices GROUP BY source`;
    return db.prepare(sql).all();
  };
  const kept = () => [...readCounts(db)].map(([source, { newestAt, ...rest }]) => ({ source, ...rest }));
  const steps = [
    () => markRead(db, [a], true, 5),
    () => moveNotices(db, [a, b], until(9)),
    () => markRead(db, [b], true, 5),
    () => moveNotices(db, [b], INBOX),
    () => moveNotices(db, [c], ARCHIVED),
    () => markRead(db, [c, a], false, 5),
    () => deleteNotices(db, [b]),
  ];
  for (const step of steps) {
    step();
    expect(kept()).toEqual(counted());
  }
  expect(readCounts(db).get('t')?.newestAt).toBe(7);
  while (!removeSomeHistory(db, 's', 2).done);
  expect(kept()).toEqual(counted());
});

test('a notice is found by its source and a part of its text, the newest first', () => {
  const db = temporaryDatabase();
  const [, second] = arrive(db, [draft('one mark'), draft('two mark')]).notices;
  arrive(db, [draft('three mark')], { source: 't' });
  expect([findNotice(db, 's', 'mark'), findNotice(db, 's', 'nothing')]).toEqual([second, null]);
});
