import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeFilter, NoticeKey } from '../../preload/contract.ts';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import type { Db } from './database.ts';
import {
  countUnread,
  listNotices,
  listSql,
  markAllRead,
  markRead,
  newestNoticeAt,
  readNotice,
} from './notices.ts';

const ALL: NoticeFilter = { unreadOnly: false, source: null };
const FILTERS: NoticeFilter[] = [false, true].flatMap((unreadOnly) =>
  [null, 's'].map((source) => ({ unreadOnly, source })),
);

function allPages(db: Db, filter: NoticeFilter, limit: number): number[] {
  const ids: number[] = [];
  let before: NoticeKey | null = null;
  for (;;) {
    const { notices, next } = listNotices(db, filter, before, limit);
    expect(notices.length).toBeLessThanOrEqual(limit);
    if (next) expect(notices).toHaveLength(limit);
    ids.push(...notices.map(({ id }) => id));
    if (!next) return ids;
    before = next;
  }
}

test('page after page gives exactly the full order, for every filter and page size', () => {
  const db = temporaryDatabase();
  const notice = fc.record({ source: fc.constantFrom('s', 't'), at: fc.nat(4), read: fc.boolean() });
  const check = (notices: { source: string; at: number; read: boolean }[], limit: number) => {
    db.exec('DELETE FROM notices; DELETE FROM seen');
    const stored = notices.map((one, i) => {
      const id = arrive(db, [draft(`${i}`, { createdAt: one.at })], one).notices[0] as number;
      if (one.read) markRead(db, [id], true, 5);
      return { id, ...one };
    });
    stored.sort((a, b) => b.at - a.at || b.id - a.id);
    for (const filter of FILTERS) {
      const fits = ({ source, read }: (typeof stored)[number]) =>
        (filter.source ?? source) === source && !(filter.unreadOnly && read);
      expect(allPages(db, filter, limit)).toEqual(stored.filter(fits).map(({ id }) => id));
    }
  };
  const property = fc.property(fc.array(notice, { maxLength: 25 }), fc.integer({ min: 1, max: 9 }), check);
  fc.assert(property, { numRuns: 40 });
});

test.each(FILTERS.flatMap((filter) => [false, true].map((hasBefore) => ({ filter, hasBefore }))))(
  'a page is read straight from its index: $filter, further page: $hasBefore',
  ({ filter, hasBefore }) => {
    const db = temporaryDatabase();
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${listSql(filter, hasBefore)}`);
    const steps = plan.all({ source: 's', sortAt: 1, id: 1, limit: 10 }) as { detail: string }[];
    const index =
      filter.source === null
        ? filter.unreadOnly
          ? 'notices_unread'
          : 'notices_newest'
        : filter.unreadOnly
          ? 'notices_unread_of_source'
          : 'notices_of_source';
    expect(steps).toHaveLength(1); // no temporary B-tree
    expect(steps[0]?.detail).toMatch(new RegExp(`USING INDEX ${index}( |$)`));
    if (hasBefore) expect(steps[0]?.detail).toMatch(/^SEARCH .*sortAt<\?\)$/);
  },
);

test('unread counts are read from an index, by source', () => {
  const db = temporaryDatabase();
  const [a] = arrive(db, [draft('a'), draft('b')]).notices;
  arrive(db, [draft('a')], { source: 't' });
  expect(countUnread(db)).toEqual(
    new Map([
      ['s', 2],
      ['t', 1],
    ]),
  );
  markRead(db, [a as number], true, 5);
  expect(countUnread(db).get('s')).toBe(1);
  const sql = 'SELECT source, count(*) AS count FROM notices WHERE readAt IS NULL GROUP BY source';
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  expect(steps.map(({ detail }) => detail).join()).toMatch(
    /^SCAN notices USING (COVERING )?INDEX notices_unread_of_source$/,
  );
});

test('marking read and unread keeps the time of what already is so, and leaves others alone', () => {
  const db = temporaryDatabase();
  const [a, b, c] = arrive(db, [draft('a'), draft('b'), draft('c')]).notices as [number, number, number];
  const readAt = () => [a, b, c].map((id) => readNotice(db, id)?.readAt);
  markRead(db, [a], true, 5);
  markRead(db, [a, b, 999], true, 6);
  expect(readAt()).toEqual([5, 6, null]);
  markRead(db, [b, c], false, 7);
  expect(readAt()).toEqual([5, null, null]);
});

test('marking all read, of one source or of all, tells which were unread', () => {
  const db = temporaryDatabase();
  const mine = arrive(db, [draft('a'), draft('b')]).notices;
  const others = arrive(db, [draft('a')], { source: 't' }).notices;
  expect(markAllRead(db, 's', 5).sort()).toEqual(mine);
  expect(countUnread(db)).toEqual(new Map([['t', 1]]));
  expect(markAllRead(db, null, 6)).toEqual(others);
  expect(markAllRead(db, null, 7)).toEqual([]);
  expect(readNotice(db, mine[0] as number)?.readAt).toBe(5);
});

test('a row of the list carries the beginning of a long text, the detail all of it', () => {
  const db = temporaryDatabase();
  const body = 'x'.repeat(5_000);
  const [id] = arrive(db, [draft('a', { body, tags: ['t'] })]).notices as [number];
  const [row] = listNotices(db, ALL, null, 1).notices;
  expect(row).toMatchObject({ id, body: body.slice(0, 600), tags: ['t'] });
  expect(readNotice(db, id)?.body).toBe(body);
  expect(readNotice(db, id + 1)).toBeNull();
});

test('the newest notice of a source', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('a', { createdAt: 7 }), draft('b', { createdAt: 5 })]);
  expect([newestNoticeAt(db, 's'), newestNoticeAt(db, 't')]).toEqual([7, null]);
});
