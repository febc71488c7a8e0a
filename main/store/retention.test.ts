import { expect, test } from 'vitest';
import { arrive, counts, draft, temporaryDatabase, toast } from '../../testing/database.ts';
import type { Db } from './database.ts';
import { rememberFeed } from './feeds.ts';
import { markRead, moveNotices, type Place } from './places.ts';
import { countNotices, FROM_THE_OLDEST, forgetSome, forgettable, pruneSome, SEEN_MS } from './retention.ts';

/** One notice at a time of the server's, put where it is wanted. */
function stored(db: Db, at: number, place: Place | 'unread'): number {
  const [id] = arrive(db, [draft(`${place} ${at}`, { createdAt: at })], { verdict: toast }).notices as [
    number,
  ];
  if (place === 'unread') return id;
  markRead(db, [id], place !== 'archived', 5);
  moveNotices(db, [id], { place, heldUntil: place === 'snoozed' ? 9_999 : null });
  return id;
}

const bodies = (db: Db) => db.prepare('SELECT body FROM notices ORDER BY sortAt, id').pluck().all();

/** A whole round, a portion at a time. */
function prune(db: Db, before: number | null, excess: number, limit = 2): number {
  let gone = 0;
  for (let after: typeof FROM_THE_OLDEST | null = FROM_THE_OLDEST; after !== null; ) {
    const pruned = pruneSome(db, { before, excess: excess - gone }, after, limit);
    gone += pruned.gone;
    after = pruned.next;
  }
  return gone;
}

function history() {
  const db = temporaryDatabase();
  for (const [at, place] of [
    ...([
      [1, 'archived'],
      [2, 'unread'],
      [3, 'inbox'],
      [4, 'snoozed'],
    ] as const),
    ...([
      [5, 'inbox'],
      [6, 'unread'],
      [7, 'archived'],
      [8, 'inbox'],
    ] as const),
  ] as const) {
    stored(db, at, place);
  }
  return db;
}

test('by age: what is archived or read goes, with its verdicts and toasts; unread and snoozed stay', () => {
  const db = history();
  expect(prune(db, 7, 0)).toBe(3);
  expect(bodies(db)).toEqual(['unread 2', 'snoozed 4', 'unread 6', 'archived 7', 'inbox 8']);
  expect(counts(db)).toMatchObject({ notices: 5, verdicts: 5, toasts: 5, seen: 8 });
  expect(prune(db, 7, 0)).toBe(0);
});

test('by count: the oldest of what is archived or read go, as many as there are too many', () => {
  const db = history();
  expect(prune(db, null, countNotices(db) - 6)).toBe(2);
  expect(bodies(db)).toEqual(['unread 2', 'snoozed 4', 'inbox 5', 'unread 6', 'archived 7', 'inbox 8']);
  expect(prune(db, null, countNotices(db) - 6)).toBe(0);
  expect(prune(db, null, countNotices(db) - 1)).toBe(3);
  expect(bodies(db)).toEqual(['unread 2', 'snoozed 4', 'unread 6']);
});

test('a portion is read straight from an index, so that it costs the same however much is kept', () => {
  const db = temporaryDatabase();
  const [first] = arrive(db, [draft('a')]).notices as [number];
  markRead(db, [first], true, 5);
  expect(pruneSome(db, { before: null, excess: 0 }, FROM_THE_OLDEST, 500)).toEqual({ gone: 0, next: null });
  arrive(
    db,
    Array.from({ length: 20 }, (_, i) => draft(`unread ${i}`)),
  );
  expect(pruneSome(db, { before: 9e15, excess: 0 }, FROM_THE_OLDEST, 5).next).toEqual({
    id: 5,
    sortAt: 1_000,
  });
});

test('identities are forgotten where the server resumes and hasn’t sent them for 90 days', () => {
  const db = temporaryDatabase();
  const start = 1_000;
  const alive = start + SEEN_MS + 10;
  arrive(db, [draft('old'), draft('sent again')], { now: start });
  arrive(db, [draft('sent again'), draft('new')], { now: start + SEEN_MS });
  arrive(db, [draft('old')], { source: 'can’t resume', now: start });
  rememberFeed(db, 's', { cursor: '7', aliveAt: alive });
  rememberFeed(db, 'can’t resume', { cursor: null, aliveAt: alive });
  const [one, ...others] = forgettable(db);
  expect([one, others]).toEqual([{ source: 's', before: alive - SEEN_MS }, []]);
  const turns: (string | null)[] = [];
  for (let after: string | null = ''; after !== null; ) {
    after = forgetSome(db, one as { source: string; before: number }, after, 2);
    turns.push(after);
  }
  expect(turns).toEqual(['old', null]);
  const left = db.prepare("SELECT key FROM seen WHERE source = 's' ORDER BY key").pluck().all();
  expect(left).toEqual(['new', 'sent again']);
  expect(counts(db).seen).toBe(3);
});
