import { expect, test } from 'vitest';
import { mappingSchema } from '../../preload/contract.ts';
import { readRecorded } from '../../testing/recorded.ts';
import { mercure } from './mercure.ts';

const HUB = 'https://hub.example/.well-known/mercure';
const dialect = (query = '?topic=https%3A%2F%2Fa.example%2F1') =>
  mercure({ url: HUB + query, mapping: null });
const NEW = { cursor: null, greetedAt: null };
const at = (cursor: string) => ({ cursor, greetedAt: 5 });
const read = (data: string, id = 'urn:uuid:1') => dialect().read({ name: 'message', data, id }, 0);

test('a recorded stream: updates of every type, each with the id to resume from', async () => {
  const readings = await readRecorded(dialect(), 'mercure/live.sse', 0);
  expect(readings).toMatchObject([
    {
      drafts: [{ title: 'Dune', topic: 'Book', link: 'https://shop.example/books/1' }],
      cursor: 'urn:uuid:5c1e0d9a-0d2f-4c52-8f5e-2d8f0a6b7c31',
    },
    {
      drafts: [{ title: 'Order 17', body: 'paid' }],
      cursor: 'urn:uuid:0b8a4a0e-6c1d-4e7f-9a3b-1f2e3d4c5b6a',
    },
    {
      drafts: [{ title: null, body: 'the heating is on' }],
      cursor: 'urn:uuid:9d7c6b5a-4f3e-4d2c-8b1a-0f9e8d7c6b5a',
    },
  ]);
  expect(readings.flatMap(({ unreadable }) => unreadable)).toEqual([]);
});

test('asks for nothing old at first, then for what came after the last id', () => {
  const url = `${HUB}?topic=https%3A%2F%2Fa.example%2F1`;
  expect(dialect().stream(NEW, 0)).toEqual({ url, headers: {} });
  expect(dialect().stream(at('urn:uuid:1'), 0)).toEqual({ url, headers: { 'Last-Event-ID': 'urn:uuid:1' } });
});

test.each([
  [{}, null],
  [{ 'Last-Event-ID': 'urn:uuid:1' }, null],
  [{ 'Mercure-Last-Event-ID': 'urn:uuid:1' }, null],
  [{ 'Last-Event-ID': 'urn:uuid:9' }, ['serverForgot']],
  [{ 'Last-Event-ID': 'earliest' }, ['serverForgot']],
  [{ 'Mercure-Last-Event-ID': 'earliest' }, ['serverForgot']],
])('asked for urn:uuid:1, a hub that answers with %j has lost: %j', (headers, loss) => {
  expect(dialect().hello(new Headers(headers as Record<string, string>), at('urn:uuid:1'))).toEqual({
    ...{ resumable: true, heartbeatMs: 40_000, live: 'when-quiet', loss },
  });
});

test('an id beyond ASCII is compared as it was sent', () => {
  const headers = { get: () => Buffer.from('größer', 'utf8').toString('latin1') };
  expect(dialect().hello(headers, at('größer')).loss).toBeNull();
});

test('at first nothing was asked for, and nothing is lost', () => {
  const headers = new Headers({ 'Last-Event-ID': 'earliest' });
  expect(dialect().hello(headers, NEW)).toMatchObject({ resumable: false, live: 'at-once', loss: null });
});

test.each([
  [
    '{"title":"T","content":"C","url":"https://a.example/"}',
    { title: 'T', body: 'C', link: 'https://a.example/' },
  ],
  [
    '{"@id":"https://a.example/books/1","name":"N"}',
    { title: 'N', body: '', link: 'https://a.example/books/1' },
  ],
  [
    '{"@id":"/books/1","@type":"Book","stock":3}',
    { title: null, topic: 'Book', link: null, body: '{"@id":"/books/1","@type":"Book","stock":3}' },
  ],
  ['the content', { title: null, body: 'the content', raw: '"the content"' }],
  ['two\nlines', { body: 'two\nlines' }],
  ['', { body: '' }],
  ['42', { body: '42' }],
])('an update that holds %j', (data, draft) => {
  expect(read(data)).toMatchObject({ drafts: [draft], cursor: 'urn:uuid:1', unreadable: [] });
});

test('the update is what is new, not the resource: two of one resource are two notices', () => {
  const book = '{"id":"https://a.example/books/1","name":"N"}';
  expect(read(book, 'urn:uuid:1').drafts[0]?.key).not.toBe(read(book, 'urn:uuid:2').drafts[0]?.key);
  expect(read(book, 'urn:uuid:1').drafts[0]?.key).toBe(read(book, 'urn:uuid:1').drafts[0]?.key);
});

test('an update of any type is heard, unless the mapping names some', () => {
  expect(dialect().eventNames).toBe('any');
  const titled = mercure({ url: HUB, mapping: mappingSchema.parse({ title: ['/t'] }) });
  expect(titled.eventNames).toBe('any');
});

test('a mapping of the source’s own is followed', () => {
  const mapping = mappingSchema.parse({ events: ['order'], body: ['/o'], heartbeatSeconds: 15 });
  const own = mercure({ url: HUB, mapping });
  expect(own.eventNames).toEqual(['order']);
  expect(own.hello(new Headers(), NEW).heartbeatMs).toBe(15_000);
  expect(own.read({ name: 'order', data: '{"o":"x"}', id: '' }, 0).drafts).toMatchObject([{ body: 'x' }]);
});

test.each([
  ['?topic=https%3A%2F%2Fa.example%2F1&topic=b', 'https://a.example/1'],
  ['?topic=https%3A%2F%2Fa.example%2F%7Bid%7D', 'https://a.example/bellhop-test'],
  ['?topic=*', 'bellhop-test'],
  ['', 'bellhop-test'],
])('with %j, a test goes to the topic %s', (query, topic) => {
  const sent = dialect(query).publish?.({ title: 'T', body: 'B & C' });
  expect(sent).toMatchObject({ url: HUB, method: 'POST' });
  expect(sent?.headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
  const form = new URLSearchParams(sent?.body);
  expect(form.get('topic')).toBe(topic);
  expect(read(form.get('data') ?? '').drafts).toMatchObject([{ title: 'T', body: 'B & C' }]);
});
