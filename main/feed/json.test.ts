import { expect, test } from 'vitest';
import { type Mapping, mappingSchema } from '../../preload/contract.ts';
import { readRecorded } from '../../testing/recorded.ts';
import { json } from './json.ts';

const URL_ = 'https://a.example/stream?of=me';
const catchUp = { url: '/api/list?limit=2', after: 'min_id', item: '/items' };
const dialect = (mapping: Partial<Mapping> | null) =>
  json({ url: URL_, mapping: mapping && mappingSchema.parse(mapping) });
const NEW = { cursor: null, greetedAt: null };
const at = (cursor: string) => ({ cursor, greetedAt: 5 });
const noHeaders = new Headers();

test('a recorded stream of nginx’s nchan: its pings aren’t notices, and each id is where to resume', async () => {
  const readings = await readRecorded(dialect(null), 'json/nchan.sse', 0);
  expect(readings).toMatchObject([
    {
      drafts: [{ title: 'Disk', body: 'full\nnearly', priority: 5, createdAt: 1795331603000 }],
      cursor: '1795422597:0',
    },
    { drafts: [], unreadable: [{ excerpt: 'two\nlines' }], cursor: '1795422597:1' },
    { drafts: [{ title: 'Disk', body: 'Replaced' }], cursor: '1795422598:0' },
  ]);
});

test('resumes by the event’s id, once it has one', () => {
  const { stream, hello, read } = dialect({ body: ['/b'] });
  expect(read({ name: 'message', data: '{"b":"x"}', id: '1795331603:0' }, 0).cursor).toBe('1795331603:0');
  expect(stream(NEW, 0)).toEqual({ url: URL_, headers: {} });
  expect(hello(noHeaders, NEW)).toMatchObject({ resumable: false, live: 'at-once' });
  expect(stream(at('7'), 0)).toEqual({ url: URL_, headers: { 'Last-Event-ID': '7' } });
  expect(hello(noHeaders, at('7'))).toMatchObject({ resumable: true, live: 'when-quiet', loss: null });
});

test('without ids it leaves the cursor where it is', () => {
  expect(dialect({}).read({ name: 'message', data: '{}', id: '' }, 0).cursor).toBeNull();
});

test('listens to the events that are named', () => {
  expect(dialect({ events: ['message', 'note', 'alert'] }).eventNames).toEqual(['note', 'alert']);
});

test('knows the heartbeat it is told', () => {
  expect(dialect({ heartbeatSeconds: 50 }).hello(noHeaders, NEW).heartbeatMs).toBe(50_000);
  expect(dialect({}).hello(noHeaders, NEW).heartbeatMs).toBeNull();
});

test('without a mapping it tries the names that most servers use', () => {
  const data = '{"subject":"Disk","text":"full","url":"https://a.example/d","timestamp":1714557600}';
  expect(dialect(null).read({ name: 'message', data, id: '' }, 0).drafts).toMatchObject([
    { title: 'Disk', body: 'full', link: 'https://a.example/d', createdAt: 1714557600000 },
  ]);
});

test('with a list to catch up by, the newest notice’s own id is the cursor, and the stream is asked for nothing', () => {
  const { stream, hello, read } = dialect({ id: ['/id'], catchUp });
  expect(stream(at('7'), 0).headers).toEqual({});
  for (const position of [NEW, at('7')])
    expect(hello(noHeaders, position)).toMatchObject({ resumable: true, live: 'at-once' });
  expect(read({ name: 'message', data: '[{"id":9},{"id":8}]', id: 'e5' }, 0).cursor).toBe('9');
  expect(read({ name: 'message', data: '{}', id: 'e5' }, 0).cursor).toBeNull();
});

function pages(mapping: Partial<Mapping> = {}) {
  const list = dialect({ id: ['/id'], catchUp, ...mapping }).catchUp;
  if (!list?.readPage) throw new Error('no catch-up');
  const { request, readPage } = list;
  return {
    request,
    page: (ids: (number | string)[], asked = request(at('7'), 0)) =>
      readPage(JSON.stringify({ items: ids.map((id) => ({ id })) }), asked, 0),
  };
}

test('the list is asked for on the source’s own server, after the cursor', () => {
  const { request } = pages();
  expect(request(NEW, 0)).toEqual({ url: 'https://a.example/api/list?limit=2', headers: {} });
  expect(request(at('7&x'), 0).url).toBe('https://a.example/api/list?limit=2&min_id=7%26x');
  const elsewhere = pages({ catchUp: { ...catchUp, url: 'https://b.example/list' } });
  expect(elsewhere.request(at('7'), 0).url).toBe('https://b.example/list?min_id=7');
});

test('a list that was empty at first is asked for all, where the mapping says how', () => {
  const greeted = { cursor: null, greetedAt: 5 };
  const told = pages({ catchUp: { ...catchUp, after: 'min_id=0' } });
  expect(told.request(NEW, 0).url).toBe('https://a.example/api/list?limit=2');
  expect(told.request(greeted, 0).url).toBe('https://a.example/api/list?limit=2&min_id=0');
  expect(told.request(at('7'), 0).url).toBe('https://a.example/api/list?limit=2&min_id=7');
  expect(told.page([1, 2], told.request(greeted, 0)).next?.url).toMatch(/min_id=2$/);
  expect(pages().request(greeted, 0).url).toBe('https://a.example/api/list?limit=2');
});

test('page by page until one has nothing newer, whichever way round a page is', () => {
  const { page } = pages();
  const first = page([9, 8]);
  expect(first.cursor).toBe('9');
  expect(first.drafts.map(({ key }) => key)).toEqual(['id:8', 'id:9']);
  expect(first.next?.url).toBe('https://a.example/api/list?limit=2&min_id=9');
  expect(page([8, 9]).next).toEqual(first.next);
  expect(page([])).toMatchObject({ cursor: null, next: null, drafts: [] });
  // A server that knows no such parameter sends the same page for ever.
  expect(page([9, 8], first.next ?? undefined)).toMatchObject({ cursor: '9', next: null });
});

test('without a cursor it is one page', () => {
  const { request, page } = pages();
  expect(page([9, 8], request(NEW, 0))).toMatchObject({ cursor: '9', next: null });
});

test('an answer without a list is an error, so that it is asked again', () => {
  const list = dialect({ id: ['/id'], catchUp }).catchUp;
  for (const body of ['<html>', '{"error":"no"}', '[]', ''])
    expect(() => list?.readPage?.(body, { url: URL_, headers: {} }, 0)).toThrow('no JSON list of notices');
});

test.each(['//evil.example/list', '/\\evil.example', '/\t/evil.example', 'list', 'ftp://a.example/', '/a b'])(
  'a list may not be at %j',
  (url) => {
    const parsed = mappingSchema.safeParse({ id: ['/id'], catchUp: { url, after: 'after' } });
    expect(parsed.error?.issues[0]?.message).toMatch('a path on the same server');
  },
);

test('a list needs ids, and an EventSource’s own names can’t be listened to', () => {
  const said = (mapping: unknown) => mappingSchema.safeParse(mapping).error?.issues[0]?.message;
  expect(said({ catchUp })).toMatch('where their id is');
  expect(said({ events: ['error'] })).toMatch('can’t be listened to');
  expect(said({ events: ['errors', 'open!'] })).toBeUndefined();
});
