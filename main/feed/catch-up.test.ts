import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { is, runFeed } from '../../testing/feed.ts';
import { openStream, rawServer } from '../../testing/raw-server.ts';
import { recorder } from '../../testing/recorder.ts';
import { type CatchUp, type Dialect, EMPTY, type Reading } from './dialect.ts';
import { rows } from './rows.ts';

type Item = { id: number; content: string };

/** Reads `[{id, content}]`; its cursor is the newest id. What was missed is asked for beside the stream. */
function dialectAt(url: string, kind: 'pages' | 'stream'): Dialect {
  const whole = rows({ url, mapping: null });
  const read = (data: string): Reading => {
    const items = JSON.parse(data) as Item[];
    const reading = whole.read({ name: 'message', data, id: '' }, 0);
    return { ...reading, cursor: items.length > 0 ? `${items.at(-1)?.id}` : null };
  };
  const request = (after: string | null) => ({ url: `${url}/missed?after=${after}`, headers: {} });
  const pages: CatchUp = {
    request: ({ cursor }) => request(cursor),
    readPage(body) {
      const reading = read(body);
      return { ...reading, next: reading.cursor === null ? null : request(reading.cursor) };
    },
  };
  return {
    eventNames: [],
    stream: () => ({ url, headers: {} }),
    hello: () => ({ resumable: true, heartbeatMs: 15_000, live: 'at-once', loss: null }),
    read: ({ data }) => (data === '' ? EMPTY : read(data)),
    catchUp: kind === 'pages' ? pages : { request: pages.request },
  };
}

const item = (id: number): Item => ({ id, content: `item ${id}` });
const event = (...ids: number[]) => `data: ${JSON.stringify(ids.map(item))}\n\n`;
const json = (response: ServerResponse, ...ids: number[]) => response.end(JSON.stringify(ids.map(item)));
const after = ({ url }: IncomingMessage) => new URL(url ?? '', 'http://a').searchParams.get('after');

/** A server with a live stream, and answers to the n-th question for what was missed. */
async function server(
  answer: (response: ServerResponse, asked: string | null, live: ServerResponse, n: number) => void,
) {
  let live: ServerResponse | null = null;
  const asked: (string | null)[] = [];
  const { url, requests } = await rawServer((response, request) => {
    if (!request.url?.includes('/missed')) {
      live = response;
      return openStream(response);
    }
    asked.push(after(request));
    answer(response, after(request), live as unknown as ServerResponse, asked.length - 1);
  });
  return { url, requests, asked };
}

test('page by page to the end, the cursor with them; after that with the stream', async () => {
  const { url, asked } = await server((response, from, live) => {
    if (from === 'null') return json(response, 1, 2);
    if (from === '2') return json(response, 3);
    json(response);
    live.write(event(4));
  });
  const { bodies, cursor, journal } = runFeed(dialectAt(url, 'pages'));
  await bodies.until(({ length }) => length === 4);
  expect(asked).toEqual(['null', '2', '3']);
  expect(bodies.items).toEqual(['first item 1', 'first item 2', 'first item 3', 'live item 4']);
  expect(cursor()).toBe('4');
  expect(journal.items).toContain('caught-up: caught up: 3 new');
});

test('a large page is stored in parts, all of it and in order, and the cursor with the last of them', async () => {
  const ids = Array.from({ length: 250 }, (_, n) => n + 1);
  const { url } = await server((response, from) => json(response, ...(from === 'null' ? ids : [])));
  const { bodies, portions } = runFeed(dialectAt(url, 'pages'));
  await bodies.until(({ length }) => length === ids.length);
  expect(bodies.items).toEqual(ids.map((id) => `first item ${id}`));
  expect(portions).toEqual([
    { count: 100, cursor: null },
    { count: 100, cursor: null },
    { count: 50, cursor: '250' },
  ]);
});

test('a page that fails is asked for again, from where the last good one ended', async () => {
  const { url, asked } = await server((response, from, _live, n) => {
    if (n === 1) return void response.writeHead(503).end();
    if (n === 2) return void response.end('no JSON');
    json(response, ...(from === 'null' ? [1] : from === '1' ? [2] : []));
  });
  const { bodies, cursor, journal, states } = runFeed(dialectAt(url, 'pages'));
  await journal.until((lines) => lines.includes('caught-up: caught up: 2 new'));
  const told = (await states.until((all) => all.length === 5)).map((state) =>
    state.kind === 'open' ? (state.missing?.why.code ?? 'open') : state.kind,
  );
  expect(told).toEqual(['connecting', 'open', 'http-503', expect.any(String), 'open']);
  expect(asked).toEqual(['null', '1', '1', '1', '2']);
  expect(bodies.items).toEqual(['first item 1', 'first item 2']);
  expect(cursor()).toBe('2');
  expect(journal.items.filter((line) => line.startsWith('failed'))).toEqual([
    'failed: asked for what was missed, it answered with an error (503)',
    expect.stringMatching(/^failed: asked for what was missed, it /),
  ]);
});

test('news in the middle of a catch-up are stored at once and don’t move the cursor past what is still to come', async () => {
  let finish = () => {};
  const { url } = await server((response, _from, live) => {
    openStream(response);
    response.write(event(1));
    live.write(event(9));
    finish = () => response.end(event(5));
  });
  const { bodies, cursor, states } = runFeed(dialectAt(url, 'stream'));
  await bodies.until(({ length }) => length === 2);
  expect(bodies.items.toSorted()).toEqual(['first item 1', 'live item 9']);
  expect(cursor()).toBeNull();
  expect(states.items.some(is('open'))).toBe(true);
  finish();
  await bodies.until(({ length }) => length === 3);
  while (cursor() === null) await new Promise(setImmediate);
  expect(cursor()).toBe('9');
});

test('a connection that ends during the catch-up starts both anew', async () => {
  const { url, asked, requests } = await server((response, _from, live, n) => {
    openStream(response);
    response.write(event(1));
    if (n === 0) live.destroy();
    else response.end();
  });
  const { bodies, kept } = runFeed(dialectAt(url, 'stream'));
  await kept.until((all) => all.some(({ greetedAt }) => greetedAt));
  expect(bodies.items).toEqual(['first item 1']);
  expect(asked).toEqual(['null', 'null']);
  expect(requests.items).toHaveLength(4);
});

test('an answer without end is refused, and the stream goes on', async () => {
  const { url } = await server((response, _from, live, n) => {
    if (n > 0) return json(response);
    const flood = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024, ' ')));
    };
    response.on('drain', flood);
    flood();
    live.write(event(1));
  });
  const { bodies, journal } = runFeed(dialectAt(url, 'pages'));
  const failed = await journal.until((lines) => lines.some((line) => line.startsWith('failed')));
  expect(failed.join()).toContain('asked for what was missed');
  await bodies.until(({ length }) => length === 1);
});

test('a store that can’t take it when all has come: it is asked for again, and nothing is passed over', async () => {
  const finish: (() => void)[] = [];
  const { url, asked } = await server((response, _from, live, n) => {
    openStream(response);
    if (n > 0) return void response.end(event(1));
    live.write(event(9));
    finish.push(() => response.end(event(1)));
  });
  const { db, journal, bodies, cursor } = runFeed(dialectAt(url, 'stream'));
  await bodies.until(({ length }) => length === 1);
  db.pragma('query_only = ON');
  finish[0]?.();
  await journal.until((lines) => lines.some((line) => line.includes('can’t be written')));
  expect(cursor()).toBeNull();
  db.pragma('query_only = OFF');
  await bodies.until(({ length }) => length === 2);
  expect(bodies.items).toEqual(['live item 9', 'first item 1']);
  expect(asked.length).toBeGreaterThan(1);
});

test('a store that can’t be read when it is asked for is a failure like any other', async () => {
  let db: ReturnType<typeof runFeed>['db'] | null = null;
  const { url, asked } = await server((response, _from, _live, n) => {
    if (n > 0) return json(response);
    db?.exec('ALTER TABLE feeds RENAME TO gone');
    response.writeHead(503).end();
  });
  const started = runFeed(dialectAt(url, 'pages'));
  db = started.db;
  await started.journal.until((lines) => lines.some((line) => line.includes('can’t be stored')));
  db.exec('ALTER TABLE gone RENAME TO feeds');
  await started.kept.until((all) => all.some(({ greetedAt }) => greetedAt));
  expect(asked.length).toBeGreaterThan(1);
});

test('a server that asks to wait is asked no sooner', async () => {
  const { url, requests } = await server((response, _from, _live, n) => {
    if (n === 0) response.writeHead(429, { 'Retry-After': '1' }).end();
    else json(response);
  });
  const times: number[] = [];
  const { kept } = runFeed(dialectAt(url, 'pages'));
  await requests.until((all) => {
    if (all.filter(({ url }) => url?.includes('/missed')).length > times.length)
      times.push(performance.now());
    return times.length === 2;
  });
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
  await kept.until((all) => all.some(({ greetedAt }) => greetedAt));
});

test('a list on another server gets no credential: it was given for the stream’s', async () => {
  const list = await rawServer((response) => json(response));
  const { url } = await server(() => {});
  const dialect = dialectAt(url, 'pages');
  const there = { url: list.url, headers: {} };
  const elsewhere = { ...dialect, catchUp: { ...dialect.catchUp, request: () => there } as CatchUp };
  runFeed(elsewhere, { authorize: () => ({ Authorization: 'Bearer secret' }) });
  const [asked] = await list.requests.until(({ length }) => length === 1);
  expect(asked?.headers.authorization).toBeUndefined();
});

test.each<[string, 'pages' | 'stream', (response: ServerResponse) => void]>([
  ['no answer', 'pages', () => {}],
  ['half an answer', 'pages', (response) => void response.write('[')],
  ['a stream without end', 'stream', (response) => openStream(response)],
  [
    'a server that asks to wait',
    'pages',
    (response) => void response.writeHead(503, { 'Retry-After': '99' }).end(),
  ],
])('stopped over %s, the catch-up is over too', async (_what, kind, answer) => {
  const closed = recorder<null>();
  const { url, asked, requests } = await server((response) => {
    response.on('close', () => closed.push(null));
    answer(response);
  });
  const { feed, cursor } = runFeed(dialectAt(url, kind));
  await requests.until(({ length }) => length === 2);
  await feed.stop();
  await closed.until(({ length }) => length === 1);
  expect([asked.length, cursor()]).toEqual([1, null]);
});
