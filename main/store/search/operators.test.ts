import { expect, test } from 'vitest';
import type { SearchFilter } from '../../../preload/contract.ts';
import { arrive, draft, temporaryDatabase } from '../../../testing/database.ts';
import type { Db } from '../database.ts';
import { moveNotices } from '../places.ts';
import { createLens } from './lens.ts';
import { parseQuery } from './query.ts';
import { search } from './search.ts';

const ALL: SearchFilter = { view: null, source: null, topic: null, minPriority: null };
const lens = createLens();

function find(db: Db, text: string, filter = ALL) {
  const query = parseQuery(text, [{ id: 's', name: 'Server s' }]);
  return search(db, lens, { query, filter, before: null, limit: 50 });
}

test('a filter or an operator without words lists what fits', () => {
  const db = temporaryDatabase();
  const [a, b] = arrive(db, [
    draft('a', { priority: 5, createdAt: 1 }),
    draft('b', { createdAt: 2 }),
  ]).notices;
  expect(find(db, '').notices.map(({ id }) => id)).toEqual([b, a]);
  expect(find(db, 'priority:5').notices.map(({ id }) => id)).toEqual([a]);
  expect(find(db, '', { ...ALL, minPriority: 4 }).notices.map(({ id }) => id)).toEqual([a]);
});

test('a minus before an operator leaves out what it asks for', () => {
  const db = temporaryDatabase();
  const day = (text: string) => new Date(text).getTime();
  const drafts = [
    draft('a', { topic: 'ops', priority: 5, createdAt: day('2024-03-01T12:00') }),
    draft('b', { topic: 'opera', priority: 3, createdAt: day('2024-04-01T12:00') }),
    draft('c', { topic: 'home', priority: 1, createdAt: day('2024-05-01T12:00') }),
  ];
  const [, , c] = arrive(db, drafts, { now: day('2024-06-01') }).notices;
  db.prepare('UPDATE notices SET readAt = 1 WHERE id = ?').run(c);
  const found = (text: string) => find(db, text).notices.map(({ body }) => body);
  expect(found('-topic:op ')).toEqual(['c']);
  expect(found('-topic:"ops" ')).toEqual(['c', 'b']);
  expect(found('-source:"server s" ')).toEqual([]);
  expect(found('-is:unread ')).toEqual(['c']);
  expect(found('-is:read ')).toEqual(['b', 'a']);
  expect(found('-before:2024-04 ')).toEqual(['c', 'b']);
  expect(found('-after:2024-04-02 ')).toEqual(['b', 'a']);
  expect(found('-priority:>3 ')).toEqual(['c', 'b']);
  expect(found('-priority:<=3 ')).toEqual(['a']);
  expect(found('-priority:3 -priority:1 ')).toEqual(['a']);
});

test('a minus before `is:` leaves out a place, also beside what else says where to look', () => {
  const db = temporaryDatabase();
  const [, archived, snoozed] = arrive(db, [draft('in'), draft('archived'), draft('snoozed')]).notices;
  moveNotices(db, [archived ?? 0], { place: 'archived', heldUntil: null });
  moveNotices(db, [snoozed ?? 0], { place: 'snoozed', heldUntil: 5_000 });
  const found = (text: string, view: SearchFilter['view'] = null) =>
    find(db, text, { ...ALL, view }).notices.map(({ body }) => body);
  expect(found('-is:archived ')).toEqual(['snoozed', 'in']);
  expect(found('-is:snoozed ')).toEqual(['archived', 'in']);
  expect(found('-is:archived -is:snoozed ')).toEqual(['in']);
  expect(found('is:archived is:snoozed -is:archived ')).toEqual(['snoozed']);
  expect(found('-is:archived ', 'archived')).toEqual([]);
  expect(found('-is:archived d', 'archived')).toEqual([]);
});
