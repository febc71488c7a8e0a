import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDice } from '../../../bench/corpus.ts';
import type { NoticeKey, SearchFilter } from '../../../preload/contract.ts';
import { arrive, draft, temporaryDatabase } from '../../../testing/database.ts';
import type { Db } from '../database.ts';
import { createLens } from './lens.ts';
import { parseQuery } from './query.ts';
import { scopeOf, walkSql } from './scope.ts';
import { search } from './search.ts';

const ALL: SearchFilter = { view: null, source: null, topic: null, minPriority: null };
const lens = createLens();
const sources = ['s', 't', 'rare'].map((id) => ({ id, name: `Server ${id}` }));

function find(
  db: Db,
  text: string,
  part: Partial<{ filter: SearchFilter; limit: number; before: NoticeKey | null }> = {},
) {
  return search(db, lens, {
    ...{ filter: ALL, before: null, limit: 50 },
    ...part,
    query: parseQuery(text, sources),
  });
}

/** The first pages, or all there are. */
function pages(db: Db, text: string, filter: SearchFilter, limit: number, most: number): number[] {
  const ids: number[] = [];
  let before: NoticeKey | null = null;
  for (let n = 0; n < most; n++) {
    const page = find(db, text, { filter, limit, before });
    expect(page.notices.length).toBeLessThanOrEqual(limit);
    ids.push(...page.notices.map(({ id }) => id));
    before = page.next;
    if (before === null) break;
  }
  return ids;
}

test('text without blanks between its words is found by any part of it, wherever it stands', () => {
  const db = temporaryDatabase();
  const bodies = [
    '明日の会議は10時です',
    'CPU使用率が90%を超えました',
    'サーバーが停止しました',
    '磁盘空间不足',
    '会って議論',
  ];
  arrive(
    db,
    bodies.map((body, n) => draft(`${n}`, { body })),
  );
  const found = (text: string) => find(db, text).notices.map(({ body }) => bodies.indexOf(body));
  expect(found('会議')).toEqual([0]);
  expect(found('"会議" 10時')).toEqual([0]);
  expect(found('使用率 CPU')).toEqual([1]);
  expect(found('停止')).toEqual([2]);
  expect(found('サーバー')).toEqual([2]);
  expect(found('空间')).toEqual([3]);
  expect(found('し -CPU')).toEqual([2]);
  expect(found('は会')).toEqual([]);
  const [hit] = find(db, '会議').notices;
  expect(hit?.snippet).toBe(bodies[0]);
  expect(hit?.snippetMarks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['会議']);
  db.prepare("UPDATE notices SET body = '延期' WHERE body LIKE '明日%'").run();
  expect(find(db, '会議').notices).toEqual([]);
  expect(find(db, '延期').notices).toHaveLength(1);
});

test.each([
  ['Straße', 'strasse', 'STRAẞE', 'stras', 'strass', 'straß'],
  ['Ærø', 'aero', 'ÆRØ', 'ærø', 'aer'],
  ['Łódź', 'lodz', 'łódź', 'Lod'],
  ['œuvre', 'oeuvre', 'ŒUVRE', 'oeu'],
])('%s is found however its letters can be typed, and marked as it stands', (word, ...typed) => {
  const db = temporaryDatabase();
  const body = `東京 ß ${word}, 停止 ${word}nbau æ`;
  arrive(db, [draft('1', { title: `${word} 13`, body }), draft('2', { body: 'nothing of it' })]);
  for (const text of typed) {
    const [hit, ...more] = find(db, text).notices;
    expect(more).toEqual([]);
    const marked = hit?.snippetMarks.map(([start, end]) => hit.snippet.slice(start, end));
    expect(marked).toEqual([word, `${word}nbau`]);
    expect(hit?.titleMarks).toEqual([[0, word.length]]);
  }
});

/** How often each word comes: in nearly all notices, in a few, in hardly any. */
const WORDS = { alpha: 0.9, alps: 0.3, beta: 0.08, bet: 0.02, gamma: 0.01, delta: 0.002 };
type Kept = {
  id: number;
  words: string[];
  sortAt: number;
  place: string;
  read: boolean;
  source: string;
  priority: number;
};

/** More than are looked at one by one, and in an order in time that follows the ids in parts only. */
function crowd(): { db: Db; kept: Kept[] } {
  const db = temporaryDatabase();
  const dice = createDice(11);
  const times: ((n: number) => number)[] = [
    (n) => n,
    (n) => n - (dice() < 0.05 ? Math.floor(dice() * 2_000) : 0),
    () => Math.floor(dice() * 8_000), // a source that was added later, with its history
    (n) => Math.floor(n / 100) * 100,
  ];
  const kept: Kept[] = [];
  const [place, read] = [
    'UPDATE notices SET place = ? WHERE id = ?',
    'UPDATE notices SET readAt = 1 WHERE id = ?',
  ].map((sql) => db.prepare(sql));
  for (let n = 0; n < 8_000; n += 100) {
    const source = dice() < 0.1 ? 'rare' : dice() < 0.5 ? 's' : 't';
    const drafts = Array.from({ length: 100 }, (_, i) => {
      const words = Object.entries(WORDS).flatMap(([word, often]) => (dice() < often ? [word] : []));
      const createdAt = Math.max(1, times[Math.floor(n / 2_000)]?.(n + i) ?? 1);
      return draft(`${n + i}`, {
        body: `${words.join(' ')} n${n + i}`,
        createdAt,
        topic: 'ops',
        priority: 1 + Math.floor(dice() * 5),
      });
    });
    const { notices } = arrive(db, drafts, { source, now: 10_000 });
    const settle = db.transaction(() =>
      notices.forEach((id, i) => {
        const one = drafts[i] as (typeof drafts)[number];
        const where = dice() < 0.2 ? 'archived' : dice() < 0.05 ? 'deleted' : 'inbox';
        const isRead = dice() < 0.9;
        place?.run(where, id);
        if (isRead) read?.run(id);
        const { createdAt, priority } = one;
        kept.push({
          id,
          words: one.body.split(' '),
          sortAt: createdAt ?? 0,
          place: where,
          read: isRead,
          source,
          priority,
        });
      }),
    );
    settle();
  }
  return { db, kept: kept.sort((a, b) => b.sortAt - a.sortAt || b.id - a.id) };
}

/** Parts of a query, each with what it asks of a notice. */
const has = (word: string) => (one: Kept) => one.words.includes(word);
const begins = (start: string) => (one: Kept) => one.words.some((word) => word.startsWith(start));
const PARTS: [string, (one: Kept) => boolean][] = [
  ...Object.keys(WORDS).map((word): [string, (one: Kept) => boolean] => [`${word} `, has(word)]),
  ...['alpha', 'delta'].map((word): [string, (one: Kept) => boolean] => [
    `-${word} `,
    (one) => !has(word)(one),
  ]),
  ['"alpha alps" ', ({ words }) => words.join(' ').includes('alpha alps')],
  ['is:unread ', ({ read, place }) => !read && place === 'inbox'],
  ['is:archived ', ({ place }) => place === 'archived'],
  ['is:read ', ({ read }) => read],
  ['source:rare ', ({ source }) => source === 'rare'],
  ['priority:>3 ', ({ priority }) => priority > 3],
  ['-is:archived ', ({ place }) => place !== 'archived'],
  ['-source:rare ', ({ source }) => source !== 'rare'],
  ['-priority:3 ', ({ priority }) => priority !== 3],
];
const OPEN: typeof PARTS = [
  ...['a', 'al', 'b', 'bet', 'del', 'zz'].map((start): [string, (one: Kept) => boolean] => [
    start,
    begins(start),
  ]),
  ['"alpha al', ({ words }) => words.join(' ').includes('alpha al')],
];
const SOURCES: [SearchFilter['source'], SearchFilter['view']][] = [
  [null, null],
  [null, 'inbox'],
  ['s', null],
  ['rare', 'archived'],
];

test('page after page gives exactly what a look at every notice gives, newest first', () => {
  const { db, kept } = crowd();
  const parts = fc
    .tuple(fc.subarray(PARTS, { maxLength: 3 }), fc.option(fc.constantFrom(...OPEN), { nil: null }))
    .map(([whole, open]) => (open ? [...whole, open] : whole))
    // What says both, is:unread and is:archived, is read differently than one after the other.
    .filter((all) => all.filter(([text]) => text.startsWith('is:')).length < 2);
  const check = (query: typeof PARTS, [source, view]: (typeof SOURCES)[number], limit: number) => {
    const text = query.map(([part]) => part).join('');
    const filter = { ...ALL, source, view: text.includes('is:') ? null : view };
    const fits = kept.filter(
      (one) =>
        one.place !== 'deleted' &&
        [null, one.source].includes(filter.source) &&
        [null, one.place].includes(filter.view) &&
        query.every(([, asks]) => asks(one)),
    );
    const most = limit === 50 ? 8 : 3;
    expect(pages(db, text, filter, limit, most)).toEqual(fits.slice(0, most * limit).map(({ id }) => id));
  };
  const property = fc.property(parts, fc.constantFrom(...SOURCES), fc.constantFrom(1, 7, 50), check);
  fc.assert(property, { numRuns: 25 });
}, 60_000);

test('words are found whatever their case and accents, in title, text, topic and tags, and marked', () => {
  const db = temporaryDatabase();
  const body = 'Zażółć gęślą jaźń 🎉 and the DISK is full';
  arrive(db, [draft('1', { title: 'Disk full: CAFÉ', body, topic: 'ops/disk', tags: ['night shift'] })]);
  for (const text of ['cafe', 'jazn gesla', 'ops', 'night sh', 'topic:ops', '"disk is full"']) {
    expect(find(db, text).notices, text).toHaveLength(1);
  }
  for (const text of ['topic:cafe', '"full disk"', 'cafes']) {
    expect(find(db, text).notices, text).toHaveLength(0);
  }
  const [found] = find(db, 'disk gesl').notices;
  expect(found?.titleMarks.map(([start, end]) => found.title?.slice(start, end))).toEqual(['Disk']);
  expect(found?.snippetMarks.map(([start, end]) => found.snippet.slice(start, end))).toEqual([
    'gęślą',
    'DISK',
  ]);
});

test('text that holds the signs hits are found by is found, without marks', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('1', { body: 'disk \uFDD0 full' })]);
  expect(find(db, 'disk').notices).toMatchObject([{ body: 'disk \uFDD0 full', snippetMarks: [] }]);
});

test('signs alone find nothing, and beside a word they count for nothing', () => {
  const db = temporaryDatabase();
  arrive(db, [draft('a', { body: 'hello 🎉' }), draft('b', { body: 'other' })]);
  const found = (text: string) => find(db, text).notices.map(({ body }) => body);
  expect([found('!!!'), found('🎉 '), find(db, '!').next]).toEqual([[], [], null]);
  expect([found('hello !!!'), found('hello "'), found('hel 🎉 ')]).toEqual([['hello 🎉'], ['hello 🎉'], []]);
});

test('in a long history a rare word after a frequent one is found once, and a search stays within its topic', () => {
  const { db, kept } = crowd();
  const fits = kept.filter((one) => one.place !== 'deleted' && has('alps')(one) && begins('gam')(one));
  expect(fits.length).toBeGreaterThan(20);
  const page = find(db, 'alps gam', { limit: 20 }).notices.map(({ id }) => id);
  expect(page).toEqual(fits.slice(0, 20).map(({ id }) => id));
  const late = draft('elsewhere', { body: 'gamma', createdAt: 9_000 });
  const elsewhere = arrive(db, [late], { now: 10_000 }).notices;
  const ids = (topic: string | null) =>
    find(db, 'gamma ', { filter: { ...ALL, topic } }).notices.map(({ id }) => id);
  expect(ids('ops')).toHaveLength(50);
  expect(ids(null)).toEqual([...elsewhere, ...ids('ops').slice(0, -1)]);
});

test('a search that is not wanted any more ends at its next step, and the next one runs', () => {
  const db = temporaryDatabase();
  arrive(
    db,
    Array.from({ length: 1_100 }, (_, n) => draft(`${n}`, { body: `alpha gamma ${n}` })), // more than one step
  );
  let steps = 0;
  const wanted = { query: parseQuery('alpha gamma ', sources), filter: ALL, before: null, limit: 50 };
  const stop = () => {
    steps += 1;
    throw new Error('enough');
  };
  expect(() => search(db, lens, wanted, stop)).toThrow('enough');
  expect(steps).toBe(1);
  expect(find(db, 'alpha').notices).toHaveLength(50);
});

test.each([
  ['', {}],
  ['is:unread', {}],
  ['', { source: 's' }],
  ['', { topic: 't' }],
  ['is:unread', { source: 's' }],
  ['is:read before:2024', {}],
])('what is in scope is walked along an index: %j, %j', (text, part) => {
  const db = temporaryDatabase();
  const scope = scopeOf(parseQuery(text, sources), { ...ALL, ...part }, { sortAt: 1, id: 1 });
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${walkSql(scope, 'id, sortAt')}`);
  const values = { ...scope.values, beforeSortAt: 1, beforeId: 1, limit: 1 };
  const steps = (plan.all(values) as { detail: string }[]).map(({ detail }) => detail);
  for (const step of steps)
    expect(step).toMatch(
      /^(SEARCH notices USING (COVERING )?INDEX .*\(.*sortAt<\?\)|MERGE|LEFT|RIGHT|COMPOUND|UNION)/,
    );
});
