import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openStream, rawServer } from '../../testing/raw-server.ts';
import { recorder } from '../../testing/recorder.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import { describe } from './describe.ts';
import type { StreamEvent } from './dialect.ts';
import { lastEventId } from './event-id.ts';
import { MAX_EVENT_BYTES } from './event-stream.ts';

const LONG = 20_000;

function attempt(url: string, options: Partial<ConnectionOptions> = {}) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const events = recorder<StreamEvent>();
  const opened = recorder<string | null>();
  const oversized: string[] = [];
  const ending = connect({
    url,
    headers: {},
    fetch,
    headersMs: LONG,
    eventNames: ['note'],
    onOpen(headers) {
      opened.push(headers.get('content-type'));
      return { stallMs: LONG };
    },
    onEvent: events.push,
    onOversized: (start) => oversized.push(start),
    signal: abort.signal,
    ...options,
  });
  return { ending, events, opened, oversized, abort };
}

const stream = (use: (response: ServerResponse) => void) =>
  rawServer((response) => {
    openStream(response);
    use(response);
  });

test('a clean end: every event came first, with its name and the last id', async () => {
  const server = await stream((response) => {
    response.write('\uFEFFid: 1\nretry: 250\ndata: one\n\n:\n\nevent: note\ndata: two\n\n');
    response.end('event: other\ndata: not asked for\n\nid: 3\ndata: three\ndata:\n\ndata: cut off');
  });
  const { ending, events } = attempt(server.url);
  expect(await ending).toEqual({ kind: 'ended', livedMs: expect.any(Number), retryMs: 250 });
  expect(events.items).toEqual([
    { name: 'message', data: 'one', id: '1', inherited: false },
    { name: 'note', data: 'two', id: '1', inherited: true },
    { name: 'message', data: 'three\n', id: '3', inherited: false },
  ]);
});

test('what the server calls open or error is an event like any other, and EventSource’s own are none', async () => {
  const server = await stream((response) =>
    response.end('event: open\ndata: a\n\nevent: error\ndata: b\n\n'),
  );
  const { ending, events } = attempt(server.url, { eventNames: ['open', 'error'] });
  expect((await ending).kind).toBe('ended');
  expect(events.items.map(({ name, data }) => [name, data])).toEqual([
    ['open', 'a'],
    ['error', 'b'],
  ]);
});

test('the id it resumes from holds until another comes: what has none looks the same when it is sent again', async () => {
  const server = await stream((response) => response.end('data: a\n\nid: 2\ndata: b\n\ndata: c\n\n'));
  const { ending, events } = attempt(server.url, { headers: lastEventId('öne') });
  await ending;
  expect(events.items.map(({ data, id }) => [data, id])).toEqual([
    ['a', 'öne'],
    ['b', '2'],
    ['c', '2'],
  ]);
});

test('an id that an event inherits is told from its own, though that may be the one it resumes from', async () => {
  const server = await stream((response) =>
    response.end('data: a\n\nid: 1\ndata: b\n\ndata: c\n\nid: 2\ndata: d\n\nid:\ndata: e\n\n'),
  );
  const { ending, events } = attempt(server.url, { headers: lastEventId('1') });
  await ending;
  expect(events.items.map(({ data, id, inherited }) => [data, id, inherited])).toEqual([
    ['a', '1', true],
    ['b', '1', false],
    ['c', '1', true],
    ['d', '2', false],
    ['e', '', false],
  ]);
});

test('asked for any, all events are heard, whatever they are called', async () => {
  const server = await stream((response) => response.end('event: alert\ndata: a\n\ndata: b\n\n'));
  const { ending, events } = attempt(server.url, { eventNames: 'any' });
  await ending;
  expect(events.items.map(({ name, data }) => [name, data])).toEqual([
    ['message', 'a'],
    ['message', 'b'],
  ]);
});

test('sends the given headers and asks for an event stream', async () => {
  const server = await stream((response) => response.end());
  await attempt(server.url, { headers: { Authorization: 'Bearer t', 'Last-Event-ID': '5' } }).ending;
  const sent = { accept: 'text/event-stream', authorization: 'Bearer t', 'last-event-id': '5' };
  expect(server.requests.items[0]?.headers).toMatchObject(sent);
});

test.each([
  [401, 'application/json', 'unauthorized'],
  [204, null, 'no-content'],
  [503, 'text/event-stream', 'http-503'],
  [200, 'text/html; charset=utf-8', 'not-a-stream'],
  [200, 'text/event-streams', 'not-a-stream'],
  [200, null, 'not-a-stream'],
])('%i with %s is refused, and nothing of it is read', async (status, type, code) => {
  const server = await rawServer((response) => {
    response.writeHead(status, { 'Retry-After': '7', ...(type ? { 'Content-Type': type } : {}) });
    response.end('data: x\n\n');
  });
  const { ending, events, opened } = attempt(server.url);
  const refusal = await ending;
  expect(refusal).toMatchObject({ kind: 'refused', status, contentType: type, retryAfterMs: 7000 });
  expect(describe(refusal).code).toBe(code);
  expect([events.items, opened.items, server.requests.items.length]).toEqual([[], [], 1]);
});

test('a redirect is not followed: the credential must not leave for another address', async () => {
  const server = await rawServer((response) => response.writeHead(302, { Location: '/elsewhere' }).end());
  const { ending } = attempt(server.url);
  expect(describe(await ending).code).toBe('redirect');
  expect(server.requests.items).toHaveLength(1);
});

test('nobody listens', async () => {
  const { ending } = attempt('http://127.0.0.1:1/');
  expect(describe(await ending)).toMatchObject({ code: expect.stringMatching(/refused|failed/) });
});

test('silence on an open stream is a stall', async () => {
  const server = await stream((response) => response.write('data: one\n\n'));
  const { ending, events } = attempt(server.url, { onOpen: () => ({ stallMs: 60 }) });
  expect(await ending).toMatchObject({ kind: 'stalled', silentMs: 60 });
  expect(events.items).toHaveLength(1);
});

test('headers that never come are a stall; those that come late, with the first row, are fine', async () => {
  const silent = await rawServer(() => {});
  expect(await attempt(silent.url, { headersMs: 60 }).ending).toMatchObject({
    kind: 'stalled',
    silentMs: 60,
  });

  const answers: ServerResponse[] = [];
  const late = await rawServer((response) => answers.push(response));
  const { ending, events, opened } = attempt(late.url);
  await late.requests.until(({ length }) => length === 1);
  expect(opened.items).toEqual([]);
  answers[0]?.writeHead(200, { 'Content-Type': 'text/event-stream' }).end('data: one\n\n');
  expect(await ending).toMatchObject({ kind: 'ended' });
  expect(events.items).toHaveLength(1);
});

test('comments are a sign of life', async () => {
  let comments = 0;
  const server = await stream((response) => {
    const timer = setInterval(() => {
      if (comments++ < 30) response.write(':\n\n');
      else response.end();
    }, 30);
    response.on('close', () => clearInterval(timer));
  });
  const { ending, events } = attempt(server.url, { onOpen: () => ({ stallMs: 600 }) });
  expect(await ending).toMatchObject({ kind: 'ended' });
  expect(events.items).toEqual([]);
});

test('a connection that breaks in the middle is a failure, after the events that came', async () => {
  const answers = recorder<ServerResponse>();
  const server = await stream(answers.push);
  const { ending, events } = attempt(server.url);
  (await answers.until(({ length }) => length === 1))[0]?.write('data: one\n\ndata: tw');
  await events.until(({ length }) => length === 1);
  answers.items[0]?.socket?.resetAndDestroy();
  expect(describe(await ending).code).toBe('reset');
  expect(events.items).toHaveLength(1);
});

test('aborting closes it: before the headers, on the open stream, and before it began', async () => {
  const closed = recorder<string>();
  const silent = await rawServer((response) => response.on('close', () => closed.push('silent')));
  const early = attempt(silent.url);
  await silent.requests.until(({ length }) => length === 1);
  early.abort.abort();
  expect(await early.ending).toMatchObject({ kind: 'closed' });

  const server = await stream((response) => response.on('close', () => closed.push('open')));
  const open = attempt(server.url);
  await open.opened.until(({ length }) => length === 1);
  open.abort.abort();
  expect(await open.ending).toMatchObject({ kind: 'closed' });
  await closed.until((ends) => ends.includes('silent') && ends.includes('open'));

  expect(await attempt(server.url, { signal: AbortSignal.abort() }).ending).toMatchObject({ kind: 'closed' });
});

test('what a listener throws ends the connection with that error, and no event passes it', async () => {
  const server = await stream((response) => response.write('data: 1\n\ndata: 2\n\ndata: 3\n\n'));
  const seen: string[] = [];
  const error = new Error('disk full');
  const { ending } = attempt(server.url, {
    onEvent({ data }) {
      seen.push(data);
      if (data === '2') throw error;
    },
  });
  expect(await ending).toMatchObject({ kind: 'failed', error });
  expect(seen).toEqual(['1', '2']);
});

test('what onOpen throws ends it too', async () => {
  const server = await stream(() => {});
  const error = new Error('no');
  const onOpen = () => {
    throw error;
  };
  expect(await attempt(server.url, { onOpen }).ending).toMatchObject({ kind: 'failed', error });
});

test('closed while it opens, it leaves no timer running', async () => {
  const server = await stream(() => {});
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const abort = new AbortController();
  const onOpen = () => {
    abort.abort();
    return { stallMs: LONG };
  };
  expect(await attempt(server.url, { onOpen, signal: abort.signal }).ending).toMatchObject({
    kind: 'closed',
  });
  await server.requests.until(({ length }) => length === 1);
  expect(timers()).toBeLessThanOrEqual(before); // one of an earlier test may have ended meanwhile
});

test('an event over the limit is left out and told; the stream goes on', async () => {
  const server = await stream((response) => {
    response.write('data: before\n\n');
    response.write(`data: ${'x'.repeat(MAX_EVENT_BYTES)}\n\n`);
    response.end('data: after\n\n');
  });
  const { ending, events, oversized } = attempt(server.url);
  expect(await ending).toMatchObject({ kind: 'ended' });
  expect(events.items.map(({ data }) => data)).toEqual(['before', 'after']);
  expect(oversized).toEqual([`data: ${'x'.repeat(194)}`]);
});
