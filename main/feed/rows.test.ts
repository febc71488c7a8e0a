import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecorded } from '../../testing/recorded.ts';
import { PLAIN } from '../notice.ts';
import { EMPTY } from './dialect.ts';
import { rows } from './rows.ts';

const dialect = (url: string) => rows({ url, mapping: null });
const read = (value: unknown, id = '') =>
  dialect('https://a.example/').read({ name: 'message', data: JSON.stringify(value), id }, 0);
const keys = (value: unknown) => read(value).drafts.map(({ key }) => key);
const bodies = (value: unknown) => read(value).drafts.map(({ body }) => body);

test('a recorded stream of the original: random ids are no cursors, and the row it sends twice is one notice', async () => {
  const readings = await readRecorded(dialect('https://a.example/'), 'rows/original.sse', 0);
  expect(readings.map(({ cursor }) => cursor)).toEqual([null, null]);
  const drafts = readings.flatMap((reading) => reading.drafts);
  expect(drafts.map(({ body, topic }) => [body, topic])).toEqual([
    ['Anna commented on “Budget”', 'type 1'],
    ['Backup is done', 'type 2'],
    ['Backup is done', 'type 2'],
    ['Disk is full', 'type 2'],
  ]);
  expect(drafts[1]?.key).toBe(drafts[2]?.key);
  expect(new Set(drafts.map(({ key }) => key)).size).toBe(3);
});

test('a recorded stream of the companion: what was missed, that this was all, and what comes live', async () => {
  const [missed, through, live, ...more] = await readRecorded(
    dialect('https://a.example/'),
    'rows/companion.sse',
    0,
  );
  expect(missed).toMatchObject({
    drafts: [
      { key: 'id:1795422598566', body: 'Missed', title: null, priority: 3 },
      { key: 'id:1795422598567', body: 'Missed too', title: 'Two', priority: 5, tags: ['x'] },
    ],
    cursor: '1795422598567',
  });
  expect(through).toEqual({ ...EMPTY, cursor: '1795422598567', caughtUp: true });
  expect(live).toMatchObject({ drafts: [{ body: 'Live' }], cursor: '1795422599635', caughtUp: false });
  expect(more).toEqual([]);
});

/** Few different values, so that equal rows are common. */
const row = fc.record({
  content: fc.constantFrom('a', 'b'),
  notificationTypeId: fc.constantFrom(1, '1', null),
  createdAt: fc.constantFrom('2024-05-01T10:00:00.000Z', 1714557600000),
});
const array = fc.array(row, { maxLength: 12 });

test('without ids: equal rows in one event are different notices, and the same event again is all duplicates', () => {
  fc.assert(
    fc.property(array, (event) => {
      expect(new Set(keys(event)).size).toBe(event.length);
      expect(keys(event)).toEqual(keys(structuredClone(event)));
    }),
  );
});

test('without ids: an event in another order holds the same notices', () => {
  const shuffled = array.chain((event) =>
    fc.tuple(fc.constant(event), fc.shuffledSubarray(event, { minLength: event.length })),
  );
  fc.assert(
    fc.property(shuffled, ([a, b]) => {
      expect(keys(b).sort()).toEqual(keys(a).sort());
    }),
  );
});

test('without ids: time, type and content each make a different notice', () => {
  const base = { content: 'a', notificationTypeId: 1, createdAt: '2024-05-01T10:00:00Z' };
  const others = [{ content: 'b' }, { notificationTypeId: '1' }, { createdAt: '2024-05-01T10:00:01Z' }];
  const all = [base, ...others.map((other) => ({ ...base, ...other }))].flatMap((one) => keys([one]));
  expect(new Set(all).size).toBe(4);
  expect(keys([{ ...base, priority: 5, title: 'now with a title' }])).toEqual(keys([base]));
});

test('an id is the identity, whatever the rest says', () => {
  expect(keys([{ id: 7, content: 'a' }])).toEqual(keys([{ id: 7, content: 'edited', priority: 5 }]));
  expect(keys([{ id: 0, content: 'a' }])).toEqual(['id:0']);
  expect(keys([{ id: 'x', content: 'a' }])).not.toEqual(keys([{ id: 'y', content: 'a' }]));
  const withoutId = keys([{ content: 'a' }]);
  for (const id of [null, '', 1.5, {}, 2 ** 60]) expect(keys([{ id, content: 'a' }])).toEqual(withoutId);
});

test('a full row becomes a notice', () => {
  const full = {
    ...{ id: 12, content: 'Text', notificationTypeId: 4, createdAt: '2024-05-01T10:00:00.250Z' },
    ...{ title: '  Title ', priority: 5, link: 'https://a.example/x', tags: ['one', 'two'] },
  };
  expect(read([full], '12')).toEqual({
    ...EMPTY,
    drafts: [
      {
        ...{ key: 'id:12', title: 'Title', body: 'Text', topic: 'type 4', priority: 5 },
        ...{ link: 'https://a.example/x', tags: ['one', 'two'], createdAt: 1714557600250 },
        ...{ ...PLAIN, raw: JSON.stringify(full) },
      },
    ],
    cursor: '12',
  });
});

test('a row needs nothing but its text; what is odd about the rest is left out', () => {
  const [plain] = read([{ content: '' }]).drafts;
  const nothing = { title: null, topic: null, priority: 3, link: null, tags: [], createdAt: null };
  expect(plain).toMatchObject({ body: '', ...nothing });
  const odd = {
    ...{ content: '', title: 5, notificationTypeId: true, priority: 9, createdAt: 'yesterday' },
    ...{ link: 'javascript:alert(1)', tags: 'x', more: 'unknown' },
  };
  expect(read([odd])).toMatchObject({ drafts: [{ body: '', ...nothing }], unreadable: [] });
  expect(read([{ content: '', title: ' ', link: 'file:///etc/passwd' }]).drafts).toMatchObject([nothing]);
});

test('long titles, many tags and their lengths are cut', () => {
  const tags = Array.from({ length: 50 }, (_, i) => `${i}`.repeat(300));
  const [draft] = read([{ content: '', title: 't'.repeat(5000), tags }]).drafts;
  expect(draft?.title).toHaveLength(1000);
  expect(draft?.tags).toHaveLength(32);
  expect(draft?.tags[31]).toHaveLength(100);
});

test.each([
  ['2024-05-01T12:00:00+02:00', 1714557600000],
  [1714557600000, 1714557600000],
  [-1, null],
  [1.5, null],
  ['', null],
  [{ date: 1 }, null],
  [undefined, null],
])('createdAt %j is %s', (createdAt, ms) => {
  expect(read([{ content: 'a', createdAt }]).drafts[0]?.createdAt).toBe(ms);
});

test('a row without text is skipped and told with an excerpt; the others are kept', () => {
  const long = 'x'.repeat(1000);
  const { drafts, unreadable } = read([
    { content: 'a' },
    { content: 5, long },
    'no row',
    null,
    { content: 'b' },
  ]);
  expect(drafts.map(({ body }) => body)).toEqual(['a', 'b']);
  expect(unreadable).toHaveLength(3);
  expect(unreadable[0]?.says.slice(0, 2)).toEqual(['badPart', 'content']);
  expect(unreadable[1]?.says.slice(0, 2)).toEqual(['badPart', ['theRow']]);
  expect(unreadable[0]?.excerpt).toContain('{"content":5');
  expect(unreadable[0]?.excerpt.length).toBeLessThanOrEqual(200);
});

test('values nested without end are told or left out like any other, and the rest of the event is read', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const text = `[{"content":"a","createdAt":${deep}},{"content":"b","createdAt":${deep}},{"content":1,"more":${deep}}]`;
  const { drafts, unreadable } = dialect('https://a.example/').read(
    { name: 'message', data: text, id: '' },
    0,
  );
  expect(drafts.map(({ body, createdAt }) => [body, createdAt])).toEqual([
    ['a', null],
    ['b', null],
  ]);
  expect(new Set(drafts.map(({ key }) => key)).size).toBe(2);
  expect(unreadable).toHaveLength(1);
});

test('of a great many rows that are none, the first ten are told and the others counted', () => {
  const { drafts, unreadable } = read([...Array(1000).fill(0), { content: 'a' }]);
  expect(drafts).toHaveLength(1);
  expect(unreadable).toHaveLength(11);
  expect(unreadable.at(-1)?.says).toEqual(['moreRows', 990]);
});

test.each(['{"content":"a"}', 'ping', '', 'null', '[', '"x"'])(
  '%j is told as unreadable; its cursor counts',
  (data) => {
    const unreadable = [{ says: ['notRows'], excerpt: data }];
    const reading = dialect('https://a.example/').read({ name: 'message', data, id: '9' }, 0);
    expect(reading).toEqual({ ...EMPTY, cursor: '9', unreadable });
  },
);

test('rows come out oldest first, whichever way the server sends them', () => {
  const at = (createdAt: number, content: string) => ({ createdAt, content });
  expect(bodies([at(3, 'c'), at(2, 'b'), at(1, 'a')])).toEqual(['a', 'b', 'c']);
  expect(bodies([at(1, 'a'), at(2, 'b')])).toEqual(['a', 'b']);
  expect(bodies([at(1, 'first'), at(1, 'second')])).toEqual(['first', 'second']);
});

test('only a number is a cursor: the original endpoint sends random ids', () => {
  expect(read([], '0').cursor).toBe('0');
  expect(read([], 'b3d6ad4e-9b5a-4d0e-8f2c-5b8d7c9e0f11').cursor).toBeNull();
  expect(read([], '').cursor).toBeNull();
  expect(read([], '9'.repeat(17)).cursor).toBeNull();
  const caughtUp = dialect('https://a.example/').read({ name: 'caught-up', data: '{"head":5}', id: '5' }, 0);
  expect(caughtUp).toEqual({ ...EMPTY, cursor: '5', caughtUp: true });
});

test('asks for what was missed by id, and the first time for the last 24 hours', () => {
  const now = Date.parse('2024-05-02T10:00:00Z');
  const fresh = dialect('https://a.example/').stream({ cursor: null, greetedAt: null }, now);
  expect(new URL(fresh.url).pathname).toBe('/api/live');
  expect(new URL(fresh.url).searchParams.get('since')).toBe('2024-05-01T10:00:00.000Z');
  expect(fresh.headers).toEqual({});
  const resumed = dialect('https://a.example/own/path?x=1').stream({ cursor: '7', greetedAt: 1 }, now);
  expect(resumed).toEqual({ url: 'https://a.example/own/path?x=1', headers: { 'Last-Event-ID': '7' } });
});

const companion = { resumable: true, live: 'when-told', loss: null };
const original = { resumable: false, heartbeatMs: null, live: 'at-once', loss: null, lagMs: 10_000 };
test.each([
  ['15', { ...companion, heartbeatMs: 15_000 }],
  ['0.2', { ...companion, heartbeatMs: 200 }],
  [null, original],
  ['0', original],
  ['-1', original],
  ['1e9', original],
  ['soon', original],
])('the companion server is known by its heartbeat: %s', (heartbeat, hello) => {
  const headers = { get: (name: string) => (name === 'bellhop-heartbeat' ? heartbeat : null) };
  expect(dialect('https://a.example/').hello(headers, { cursor: null, greetedAt: null })).toEqual(hello);
});
