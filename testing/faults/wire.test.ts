import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mastodon } from '../../main/feed/presets.ts';
import { rows } from '../../main/feed/rows.ts';
import type { SourceView } from '../../preload/contract.ts';
import { openTestBellhop } from '../bellhop.ts';
import { QUICK, runFeed } from '../feed.ts';
import { openStream, rawServer } from '../raw-server.ts';
import {
  COMPANION,
  caughtUp,
  expectStored,
  feedIs,
  journalWith,
  listenAt,
  notice,
  notices,
} from './scene.ts';

/** Answers that break HTTP, or are no stream: said in words, and the next connection goes on where the last one was. */

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nBellhop-Heartbeat: 15\r\n';
const START = `${caughtUp(0)}${notice(1)}`;
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const chunked = `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk(START)}`;

/** Writes for as long as somebody reads. */
function endlessly(socket: Socket, text: string): void {
  const write = () => void (socket.destroyed || socket.write(text, () => setImmediate(write)));
  write();
}

const nonsense = /^sends an answer that makes no sense/;
const broke = /^broke the connection/;
const ended = /^ended the connection at once/;

test.each<[string, (socket: Socket) => void, RegExp]>([
  ['no HTTP at all', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'), nonsense],
  ['an end without a word', (socket) => socket.end(), broke],
  ['headers cut in the middle', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty'), broke],
  ['endless headers', (socket) => endlessly(socket, `X: ${'y'.repeat(1000)}\r\n`), nonsense],
  ['a stream without a body', (socket) => socket.end(`${HEAD}Content-Length: 0\r\n\r\n`), ended],
  ['an event cut by an end', (socket) => socket.end(`${HEAD}\r\n${START}id: 2\ndata: [{"cont`), ended],
  [
    'an event cut by a reset',
    (socket) => socket.write(`${chunked}ff\r\nid: 2\nda`, () => setImmediate(() => socket.resetAndDestroy())),
    broke,
  ],
  ['chunks without their end', (socket) => socket.end(chunked), broke],
  ['a chunk of no size', (socket) => socket.write(`${chunked}zz\r\nxxx`), nonsense],
  ['less than its length', (socket) => socket.end(`${HEAD}Content-Length: 9999\r\n\r\n${START}`), broke],
  ['two lengths', (socket) => socket.end(`${HEAD}Content-Length: 4\r\nContent-Length: 5\r\n\r\n`), nonsense],
  [
    'plain text said to be gzip',
    (socket) => socket.end(`${HEAD}Content-Encoding: gzip\r\n\r\n${START}`),
    nonsense,
  ],
  [
    'gzip that turns to rubbish',
    (socket) => socket.write(Buffer.concat([gzipHead, gzipSync(START), Buffer.from('no gzip at all')])),
    nonsense,
  ],
  [
    'an encoding nobody knows',
    (socket) => socket.end(`${HEAD}Content-Encoding: rot13\r\n\r\n${START}`),
    ended,
  ],
  [
    'a page of a login or an error',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html>\n\n'),
    /^answers with something else/,
  ],
  [
    'a page said to be a stream',
    (socket) => socket.end(`${HEAD}\r\n<!doctype html>\n<h1>502</h1>\n\ndata: x`),
    ended,
  ],
  [
    'an endless error page',
    (socket) => {
      socket.write('HTTP/1.1 500 Oh\r\n\r\n');
      endlessly(socket, 'x'.repeat(65_536));
    },
    /^answered with an error \(500\)/,
  ],
])('%s', async (_what, answer, line) => {
  const server = await rawServer((response, request, n) => {
    if (n === 0) return answer(response.socket as Socket);
    openStream(response, COMPANION);
    const cursor = Number(request.headers['last-event-id'] ?? 0);
    if (cursor < 1) response.write(notice(1));
    response.write(`${notice(2)}${caughtUp(2)}${notice(3)}`);
  });
  const bellhop = openTestBellhop();
  const id = await listenAt(bellhop, server.url);
  await journalWith(bellhop, id, line);
  await bellhop.requests.retrySource({ id });
  await expectStored(bellhop, notices(3));
  const toasts = bellhop.toasts.items.map(({ body }) => body);
  expect(new Set(toasts).size).toBe(toasts.length);
  expect(toasts).toContain('notice 3');
  expect(server.requests.items).toHaveLength(2);
});
const gzipHead = Buffer.from(`${HEAD}Content-Encoding: gzip\r\n\r\n`);

test.each([
  [204, '', 'stopped', 'asked not to be contacted again'],
  [429, '1800', 'waiting', 'asked to wait (too many requests)'],
  [503, 'a date', 'waiting', 'answered with an error (503)'],
  [503, '99999999', 'waiting', 'answered with an error (503)'],
])(
  '%i with Retry-After %s: as long as the server asks, but an hour at most',
  async (status, after, kind, text) => {
    const server = await rawServer((response, _request, n) => {
      const date = new Date(Date.now() + 1_801_000).toUTCString();
      if (n === 0)
        return void response.writeHead(status, { 'Retry-After': after === 'a date' ? date : after }).end();
      openStream(response, COMPANION);
      response.write(`${notice(1)}${caughtUp(1)}`);
    });
    const bellhop = openTestBellhop();
    const before = Date.now();
    const id = await listenAt(bellhop, server.url);
    const [source] = (await feedIs(bellhop, kind)).sources;
    const feed = source?.feed as { until: number; why: { text: string } };
    expect(feed.why.text).toBe(text);
    const asked = after === '99999999' ? 3_600_000 : 1_800_000;
    if (kind === 'waiting') expect(feed.until - before).toBeGreaterThanOrEqual(asked);
    expect(feed.until - Date.now()).toBeLessThanOrEqual(3_602_000);
    await bellhop.requests.retrySource({ id });
    await expectStored(bellhop, notices(1));
  },
);

test.each([301, 302, 303, 307, 308])(
  '%i to another host: not followed, and no credential arrives there',
  async (status) => {
    const elsewhere = await rawServer((response) => openStream(response));
    const server = await rawServer((response) =>
      response.writeHead(status, { Location: elsewhere.url.replace('127.0.0.1', 'localhost') }).end(),
    );
    const bellhop = openTestBellhop();
    await listenAt(bellhop, server.url, 'secret');
    const [source] = (await feedIs(bellhop, 'stopped')).sources;
    expect(source?.feed).toMatchObject({ why: { text: 'sends Bellhop to another address' } });
    expect(server.requests.items[0]?.headers.authorization).toBe('Bearer secret');
    expect(elsewhere.requests.items).toEqual([]);
  },
);

const missed = [
  {
    how: 'page by page',
    dialect: 'json',
    mapping: mastodon.mapping,
    asked: '/api/v1/notifications',
    answer: JSON.stringify([{ id: '1', status: { content: 'missed' } }]),
  },
  {
    how: 'as a stream that ends',
    dialect: 'ntfy',
    mapping: null,
    asked: 'poll=1',
    answer: `data: ${JSON.stringify({ id: '1', event: 'message', topic: 'a', message: 'missed' })}\n\n`,
  },
] as const;

test.each([301, 302, 307].flatMap((status) => missed.map((one) => ({ status, ...one }))))(
  'what was missed, asked for $how, and a $status to another host: not followed either, and told',
  async ({ status, dialect, mapping, asked, answer }) => {
    const send = (response: ServerResponse) => {
      if (dialect === 'ntfy') openStream(response);
      response.end(answer);
    };
    const elsewhere = await rawServer(send);
    let moved = true;
    const server = await rawServer((response, { url }) => {
      if (!url?.includes(asked)) return openStream(response);
      if (!moved) return send(response);
      response.writeHead(status, { Location: elsewhere.url.replace('127.0.0.1', 'localhost') }).end();
    });
    const bellhop = openTestBellhop();
    const url = new URL('/a', server.url).href;
    const credential = { kind: 'bearer', token: 'secret' } as const;
    const { id } = await bellhop.requests.addSource({ name: 'S', url, dialect, mapping, credential });
    const missingOf = ([source]: SourceView[]) =>
      source?.feed.kind === 'open' ? source.feed.missing : undefined;
    const { sources } = await bellhop.state(({ sources }) => missingOf(sources) !== undefined);
    expect(missingOf(sources)?.why.text).toBe('sends Bellhop to another address');
    await journalWith(bellhop, id, /^asked for what was missed, it sends Bellhop to another address/);
    const requests = server.requests.items.filter(({ url }) => url?.includes(asked));
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret']);
    moved = false;
    await bellhop.requests.retrySource({ id });
    await expectStored(bellhop, ['missed']);
    expect(elsewhere.requests.items).toEqual([]);
  },
);

test('a slow drip of single bytes, headers included, is a stream like any other', async () => {
  const whole = Buffer.from(`${chunked}${chunk(notice(2))}`);
  const server = await rawServer(async ({ socket }) => {
    for (const byte of whole)
      await new Promise((resolve) => socket?.write(Buffer.of(byte), () => setImmediate(resolve)));
  });
  const bellhop = openTestBellhop();
  await listenAt(bellhop, server.url);
  await expectStored(bellhop, notices(2));
  expect(bellhop.toasts.items).toHaveLength(2);
  expect(server.requests.items).toHaveLength(1);
});

test('headers that never come: given up, and asked for again', async () => {
  const server = await rawServer((response, _request, n) => {
    if (n < 2) return;
    openStream(response, COMPANION);
    response.write(`${caughtUp(0)}${notice(1)}`);
  });
  const dialect = rows({ url: server.url, mapping: null });
  const { bodies, journal } = runFeed(dialect, { timing: { ...QUICK, headersMs: 100 } });
  expect(await bodies.until(({ length }) => length === 1)).toEqual(['live notice 1']);
  expect(journal.items.slice(0, 2)).toEqual(['failed: went silent', 'failed: went silent']);
});
