import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mapping, mappingSchema } from '../../preload/contract.ts';
import { RAW_CHARS } from '../notice.ts';
import { equalsCounter } from './identity.ts';
import { type Origin, readEvent, readNotices } from './mapping.ts';

const mapping = (some: Partial<Mapping>): Mapping => mappingSchema.parse(some);
const LIVE = { eventId: '', receivedAt: 1_000_000 };
const read = (value: unknown, some: Partial<Mapping> = {}, origin: Origin = LIVE) =>
  readNotices(value, mapping(some), origin);
const drafts = (...args: Parameters<typeof read>) => read(...args).drafts;
const keys = (...args: Parameters<typeof read>) => drafts(...args).map(({ key }) => key);
const bodies = (...args: Parameters<typeof read>) => drafts(...args).map(({ body }) => body);

test('a notice is put together from where the mapping points', () => {
  const value = {
    payload: { n: 7, head: 'Title', text: 'Text', at: 1714557600, how: 'high', go: 'https://a.example/' },
    channel: 'ops',
  };
  const some = {
    ...{ id: ['/payload/n'], title: ['/payload/head'], body: ['/payload/text'], link: ['/payload/go'] },
    ...{ time: ['/payload/at'], priority: ['/payload/how'], topic: ['/channel'] },
  };
  expect(drafts(value, some)).toEqual([
    {
      ...{ key: 'id:7', title: 'Title', body: 'Text', markdown: false, topic: 'ops', priority: 4 },
      ...{ link: 'https://a.example/', icon: null, tags: [], attachments: [], actions: [], sequence: null },
      ...{ createdAt: 1714557600000, raw: JSON.stringify(value) },
    },
  ]);
  expect(read(value, some).newestId).toBe('7');
});

test('of several pointers the first counts that leads to something of use', () => {
  const some = { title: ['/a', '/b', '/c'], link: ['/id', '/url'], time: ['/a', '/t'] };
  const [draft] = drafts({ a: '', b: {}, c: 'C', id: 'urn:7', url: 'https://a.example/', t: 0 }, some);
  expect(draft).toMatchObject({ title: 'C', link: 'https://a.example/', createdAt: 0 });
});

test.each([
  [{ more: [1, { a: 'b' }] }, '{"more":[1,{"a":"b"}]}'],
  ['just text', 'just text'],
  [5, '5'],
  [false, 'false'],
])('%j has no title and no body, and is shown as it came', (value, body) => {
  expect(drafts(value, { title: ['/title'], body: ['/body'] })).toMatchObject([{ title: null, body }]);
});

test('a title alone is enough', () => {
  expect(drafts({ title: 'T', x: 1 }, { title: ['/title'], body: ['/body'] })).toMatchObject([
    { title: 'T', body: '' },
  ]);
});

test('HTML becomes text; Markdown is marked as such, but not what stands in for it', () => {
  expect(bodies({ b: '<p>a</p>' }, { body: ['/b'], format: 'html' })).toEqual(['a']);
  const markdown = { body: ['/b'], format: 'markdown' as const };
  expect(drafts({ b: '*a*' }, markdown)).toMatchObject([{ body: '*a*', markdown: true }]);
  expect(drafts({ c: '*a*' }, markdown)).toMatchObject([{ body: '{"c":"*a*"}', markdown: false }]);
});

test('an item may be an array, and lie anywhere; what is not there is told', () => {
  expect(bodies({ data: { list: ['a', 'b'] } }, { item: '/data/list' })).toEqual(['a', 'b']);
  expect(bodies([])).toEqual([]);
  expect(read({ other: 1 }, { item: '/data' })).toMatchObject({
    drafts: [],
    unreadable: [{ says: ['nothingAt', '/data'], excerpt: '{"other":1}' }],
  });
  const { drafts: kept, unreadable } = read(['a', null, 'b']);
  expect(kept.map(({ body }) => body)).toEqual(['a', 'b']);
  expect(unreadable).toEqual([{ says: ['emptyEvent'], excerpt: '["a",null,"b"]' }]);
});

test('notices come oldest first: by number, by time, else as they were sent', () => {
  const by = { id: ['/n'], time: ['/t'], body: ['/b'] };
  const numbered = [
    { n: '100000000000000000000', b: 'c' },
    { n: '0999', b: 'b' },
    { n: 7, b: 'a' },
  ];
  expect(bodies(numbered, by)).toEqual(['a', 'b', 'c']);
  expect(read(numbered, by).newestId).toBe('100000000000000000000');
  const timed = [
    { t: 2, b: 'b' },
    { t: 3, b: 'c' },
    { t: 1, b: 'a' },
  ];
  expect(bodies(timed, by)).toEqual(['a', 'b', 'c']);
  const equal = [
    { t: 2, b: 'c' },
    { t: 1, b: 'b' },
    { t: 1, b: 'a' },
  ];
  expect(bodies(equal, by)).toEqual(['a', 'b', 'c']);
  expect(
    bodies(
      [
        { n: 'x', b: 'first' },
        { n: 'a', t: 1, b: 'second' },
      ],
      by,
    ),
  ).toEqual(['first', 'second']);
});

test('an id is the identity, whatever the rest says', () => {
  const by = { id: ['/id'] };
  expect(keys({ id: 7, a: 1 }, by)).toEqual(keys({ id: 7, a: 2 }, by, { eventId: 'e', receivedAt: 5 }));
  expect(keys({ id: 7 }, by)).not.toEqual(keys({ id: 8 }, by));
});

test('without an id, the event’s own and the content are: one sent again is the same', () => {
  const event = (eventId: string, receivedAt: number) => ({ eventId, receivedAt });
  const [first] = keys({ a: 1 }, {}, event('5', 0));
  expect(keys({ a: 1 }, {}, event('5', 9e9))).toEqual([first]);
  expect(keys({ a: 1 }, {}, event('6', 0))).not.toEqual([first]);
  // An event without an id inherits the last one's: it must not pass for its repetition.
  expect(keys({ a: 2 }, {}, event('5', 0))).not.toEqual([first]);
  expect(new Set(keys(['a', 'a', 'b'], {}, event('5', 0))).size).toBe(3);
});

test('with neither, equal contents at different times are different notices', () => {
  const at = (receivedAt: number) => keys({ message: 'Backup failed' }, {}, { eventId: '', receivedAt });
  expect(at(10_000)).toEqual(at(10_500)); // two connections that overlap
  expect(at(10_000)).not.toEqual(at(86_410_000));
  const timed = (receivedAt: number, t: number) =>
    keys({ t, message: 'x' }, { time: ['/t'] }, { eventId: '', receivedAt });
  expect(timed(10_000, 5)).toEqual(timed(86_410_000, 5));
  expect(timed(10_000, 5)).not.toEqual(timed(10_000, 6));
});

test('the same said twice on one connection is two notices; on two that overlap, once each, it is one', () => {
  const count = () => {
    const numbered = equalsCounter();
    const some = mapping({ body: ['/b'] });
    return (now: number, data = '{"b":"ding"}') =>
      readEvent(numbered({ name: 'message', data, id: '' }, now), some, 'notice', now).drafts[0]?.key;
  };
  const [one, other] = [count(), count()];
  const first = one(10_000);
  const second = one(11_000);
  expect(second).not.toBe(first);
  expect([other(10_001), other(11_001)]).toEqual([first, second]);
  expect(one(20_000)).not.toBe(first);
  expect(one(20_001, '{"b":"dong"}')).toBe(other(20_002, '{"b":"dong"}'));
});

test('an event that only inherits an id is told from an equal one of another time', () => {
  const at = (receivedAt: number, value: unknown = 'Backup failed') =>
    keys(value, { time: ['/t'] }, { eventId: '5', inherited: true, receivedAt });
  expect(at(10_000)).toEqual(at(10_500));
  expect(at(10_000)).not.toEqual(at(86_410_000));
  expect(at(10_000, { t: 5 })).toEqual(at(86_410_000, { t: 5 }));
  // Which one it inherits depends on where its connection began.
  for (const eventId of ['6', ''])
    for (const value of ['Backup failed', { t: 5 }])
      expect(keys(value, { time: ['/t'] }, { eventId, inherited: true, receivedAt: 10_000 })).toEqual(
        at(10_000, value),
      );
});

test('an event counts if it is named in the mapping; data to be ignored, and other events, only move the cursor', () => {
  const some = mapping({ events: ['note'], ignore: ['ping'], body: ['/b'] });
  const event = (name: string, data: string) => readEvent({ name, data, id: '5' }, some, 'unreadable', 0);
  expect(event('note', '{"b":"x"}')).toMatchObject({ drafts: [{ body: 'x' }], cursor: '5' });
  const nothing = { drafts: [], unreadable: [], cursor: '5' };
  expect(event('message', '{"b":"x"}')).toMatchObject(nothing);
  expect(event('note', 'ping')).toMatchObject(nothing);
  expect(event('note', 'pong')).toMatchObject({
    ...{ drafts: [], cursor: '5' },
    unreadable: [{ says: ['notJson'], excerpt: 'pong' }],
  });
});

test('values nested without end are read like any other', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const data = `{"title":"T","more":${deep}}`;
  const event = { name: 'message', data, id: '' };
  const {
    drafts: [draft],
  } = readEvent(event, mapping({ title: ['/title'], body: ['/more'] }), 'notice', 0);
  expect(draft).toMatchObject({ title: 'T', body: 'nested too deeply' });
});

const NAMES = ['id', 'title', 'body', 'time', 'a', ''];
const pointer = fc
  .array(fc.constantFrom(...NAMES, '0', '1', '~0', '~1'), { maxLength: 3 })
  .map((names) => names.map((name) => `/${name}`).join(''));
const pointers = fc.array(pointer, { maxLength: 3 });
const anyMapping = fc.record({
  ...{ item: pointer, id: pointers, title: pointers, body: pointers, link: pointers, time: pointers },
  ...{ priority: pointers, topic: pointers, format: fc.constantFrom('text', 'html', 'markdown') },
}) as fc.Arbitrary<Partial<Mapping>>;
const anyJson = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(
      '<p>x</p>',
      'high',
      '5',
      'https://a.example/',
      '2024-05-01',
      Number.POSITIVE_INFINITY,
      -0,
      2 ** 60,
    ),
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('tree')),
  ),
})).tree;

function faultsOf(draft: ReturnType<typeof drafts>[number]): string[] {
  const { key, title, body, priority, link, createdAt, raw } = draft;
  const holds = {
    key: key !== '' && key.length < 250,
    title: title === null || (title !== '' && title.trim() === title),
    body: typeof body === 'string',
    priority: [1, 2, 3, 4, 5].includes(priority),
    link: link === null || /^https?:/.test(link),
    createdAt: createdAt === null || (Number.isSafeInteger(createdAt) && createdAt >= 0),
    raw: (raw ?? '').length <= RAW_CHARS,
  };
  return Object.entries(holds).flatMap(([name, does]) => (does ? [] : [name]));
}

test('whatever comes, read by whatever mapping: never an error, and never a notice that is none', () => {
  fc.assert(
    fc.property(anyJson, anyMapping, fc.string(), (value, some, eventId) => {
      expect(drafts(value, some, { eventId, receivedAt: 0 }).flatMap(faultsOf)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever an event says, it is read without an error', () => {
  fc.assert(
    fc.property(fc.string(), anyMapping, fc.constantFrom('notice', 'unreadable'), (data, some, text) => {
      const { drafts, unreadable } = readEvent({ name: 'message', data, id: '' }, mapping(some), text, 0);
      if (text === 'notice' && mapping(some).item === '' && data.trim() !== 'null' && data.trim() !== '[]')
        expect(drafts.length + unreadable.length).toBeGreaterThan(0);
    }),
  );
});
