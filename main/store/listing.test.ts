import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeFilter, NoticeKey, NoticeView } from '../../preload/contract.ts';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import type { Db } from './database.ts';
import { listNotices, listSql } from './listing.ts';
import { readNotice } from './notices.ts';
import { markRead, moveNotices } from './places.ts';

const ALL: NoticeFilter = { view: 'inbox', source: null, topic: null, minPriority: null };
const VIEWS: NoticeView[] = ['inbox', 'unread', 'snoozed', 'archived'];
const FILTERS: NoticeFilter[] = VIEWS.flatMap((view) =>
  [null, 's'].flatMap((source) =>
    [null, 'a'].flatMap((topic) =>
      [null, 3, 4, 5].map((minPriority) => ({ view, source, topic, minPriority })),
    ),
  ),
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

const notice = fc.record({
  source: fc.constantFrom('s', 't'),
  topic: fc.constantFrom('a', 'b', null),
  priority: fc.integer({ min: 1, max: 5 }),
  at: fc.nat(4),
  read: fc.boolean(),
  place: fc.constantFrom('inbox' as const, 'snoozed' as const, 'archived' as const, 'deleted' as const),
  until: fc.integer({ min: 10, max: 13 }),
});
type Given = typeof notice extends fc.Arbitrary<infer T> ? T : never;

function fits(filter: NoticeFilter, { source, topic, priority, read, place }: Given): boolean {
  const { view } = filter;
  if (place !== (view === 'unread' ? 'inbox' : view) || (view === 'unread' && read)) return false;
  if (filter.source !== null && filter.source !== source) return false;
  return (filter.topic === null || filter.topic === topic) && priority >= (filter.minPriority ?? 1);
}

test('page after page gives exactly the full order, for every view, filter and page size', () => {
  const db = temporaryDatabase();
  const check = (notices: Given[], limit: number) => {
    db.exec('DELETE FROM notices; DELETE FROM seen');
    const stored = notices.map((one, i) => {
      const { source, topic, priority } = one;
      const drafts = [draft(`${i}`, { createdAt: one.at, topic, priority })];
      const id = arrive(db, drafts, { source }).notices[0] as number;
      if (one.read) markRead(db, [id], true, 5);
      moveNotices(db, [id], { place: one.place, heldUntil: one.place === 'snoozed' ? one.until : null });
      return { id, ...one };
    });
    const newest = stored.toSorted((a, b) => b.at - a.at || b.id - a.id);
    const soonest = stored.toSorted((a, b) => a.until - b.until || a.id - b.id);
    for (const filter of FILTERS) {
      const expected = (filter.view === 'snoozed' ? soonest : newest).filter((one) => fits(filter, one));
      expect(allPages(db, filter, limit)).toEqual(expected.map(({ id }) => id));
    }
  };
  const property = fc.property(fc.array(notice, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), check);
  fc.assert(property, { numRuns: 15 });
});

/** Naming the index isn't enough: SQLite must also go to the page's place in it, and read on in order. */
test.each(FILTERS.flatMap((filter) => [false, true].map((hasBefore) => ({ filter, hasBefore }))))(
  'a page is read straight from an index: $filter, further page: $hasBefore',
  ({ filter, hasBefore }) => {
    const db = temporaryDatabase();
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${listSql(filter, hasBefore)}`);
    const steps = plan.all({ source: 's', topic: 'a', sortAt: 1, id: 1, limit: 10 }) as { detail: string }[];
    expect(steps).toHaveLength(1); // no temporary B-tree
    expect(steps[0]?.detail).toMatch(/USING INDEX notices_/);
    const key =
      filter.view === 'snoozed'
        ? /\(heldUntil,id\)>\(\?,\?\)|heldUntil>\?/
        : /\(sortAt,id\)<\(\?,\?\)|sortAt<\?/;
    if (hasBefore) expect(steps[0]?.detail).toMatch(key);
    // A snooze ends anyway; elsewhere a topic may be a handful of a million.
    if (filter.topic !== null && filter.view !== 'snoozed') expect(steps[0]?.detail).toMatch(/topic=\?/);
  },
);

test('gaps stand between what came, and nowhere else', () => {
  const db = temporaryDatabase();
  db.exec("INSERT INTO journal (at, source, kind, text, fromAt, toAt) VALUES (9, 's', 'gap', 'lost', 3, 8)");
  const gaps = VIEWS.map((view) => listNotices(db, { ...ALL, view }, null, 1).gaps.length);
  expect(gaps).toEqual([1, 0, 0, 0]);
});

test('a row of the list carries the beginning of a long text, the detail all of it', () => {
  const db = temporaryDatabase();
  const body = 'x'.repeat(5_000);
  const [id] = arrive(db, [draft('a', { body, tags: ['t'] })]).notices as [number];
  const [row] = listNotices(db, ALL, null, 1).notices;
  expect(row).toMatchObject({ id, body: body.slice(0, 600), tags: ['t'], repeats: 0, heldUntil: null });
  expect(readNotice(db, id)?.body).toBe(body);
  expect(readNotice(db, id + 1)).toBeNull();
});
