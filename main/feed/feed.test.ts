import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { is, isTrouble, QUICK, runFeed as runAnyFeed } from '../../testing/feed.ts';
import { openStream, rawServer, rowsEvent } from '../../testing/raw-server.ts';
import { readFeedMemory } from '../store/feeds.ts';
import { rows } from './rows.ts';
import type { FeedState } from './state.ts';

const COMPANION = { 'Bellhop-Heartbeat': '15' };
const caughtUp = (id: number) => `event: caught-up\nid: ${id}\ndata: {}\n\n`;
const runFeed = (url: string, options: Parameters<typeof runAnyFeed>[1] = {}) =>
  runAnyFeed(rows({ url, mapping: null }), options);

test('first its history, then what was missed since the committed cursor, then live', async () => {
  const server = await temporaryServer();
  const live = `${server.url}/api/live`;
  const authorize = () => ({ Authorization: `Bearer ${server.token}` });
  server.publish('alice', { content: 'old', notificationTypeId: 1 });
  const { feed, bodies, journal, states, cursor } = runFeed(live, { authorize });
  await journal.until((lines) => lines.includes('caught-up: caught up: 1 new'));
  server.publish('alice', { content: 'new', notificationTypeId: 1 });
  await bodies.until(({ length }) => length === 2);
  const before = cursor();
  feed.nudge(['slept'], true);
  await states.next(is('open'));
  const last = server.publish('alice', { content: 'newer', notificationTypeId: 1 });
  await bodies.until(({ length }) => length === 3);
  expect(bodies.items.slice(0, 2)).toEqual(['first old', 'live new']);
  expect(bodies.items[2]).toMatch(/^(catch-up|live) newer$/);
  expect(Number(before)).toBeLessThan(last.id);
  expect(cursor()).toBe(`${last.id}`);
});

test('every connection resumes from what is committed, and what it brings first is a catch-up', async () => {
  const server = await rawServer((response, _request, n) => {
    openStream(response, COMPANION);
    if (n === 0)
      response.end(`${rowsEvent([{ content: 'a' }], 1)}${caughtUp(1)}${rowsEvent([{ content: 'b' }], 2)}`);
    if (n === 1) response.write(`${rowsEvent([{ content: 'c' }], 3)}${caughtUp(3)}`);
  });
  const { bodies } = runFeed(server.url);
  expect(await bodies.until(({ length }) => length === 3)).toEqual(['first a', 'live b', 'catch-up c']);
  const asked = server.requests.items.map(({ headers }) => headers['last-event-id']);
  expect(asked).toEqual([undefined, '2']);
});

test('an interrupted first import goes on as the first import', async () => {
  const server = await rawServer((response, _request, n) => {
    openStream(response, COMPANION);
    if (n === 0) response.end(rowsEvent([{ content: 'a' }], 1));
    else
      response.write(`${rowsEvent([{ content: 'b' }], 2)}${caughtUp(2)}${rowsEvent([{ content: 'c' }], 3)}`);
  });
  const { bodies } = runFeed(server.url);
  expect(await bodies.until(({ length }) => length === 3)).toEqual(['first a', 'first b', 'live c']);
});

test('all that a server without resume sends is live; the same row again is one notice', async () => {
  const row = { content: 'a', notificationTypeId: 1, createdAt: '2024-05-01T10:00:00.000Z' };
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    response.write(rowsEvent([row], crypto.randomUUID()));
    response.end(rowsEvent([{ ...row, content: `${n}` }, row]));
  });
  const { bodies, cursor } = runFeed(server.url);
  expect(await bodies.until(({ length }) => length >= 3)).toEqual(['live a', 'live 0', 'live 1']);
  expect(cursor()).toBeNull();
});

test('when the disk is full the cursor stands still, and the row arrives once there is space again', async () => {
  const news = { content: 'news '.repeat(20_000) };
  const server = await rawServer((response, request) => {
    openStream(response, COMPANION);
    if (request.headers['last-event-id'] === '2') return;
    const first = request.headers['last-event-id'] ? '' : rowsEvent([{ id: 1, content: 'small' }], 1);
    response.write(
      `${first}${caughtUp(1)}${rowsEvent([{ id: 2, ...news }], 2)}${rowsEvent([{ id: 3, content: 'next' }], 3)}`,
    );
  });
  const { db, bodies, states, cursor } = runFeed(server.url, { timing: { ...QUICK, baseMs: 50 } });
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  const full = (await states.until((all) => all.filter(is('waiting')).length === 2)).find(is('waiting'));
  expect(full).toMatchObject({ why: { code: 'disk-full', says: ['diskFull'] } });
  expect([cursor(), bodies.items]).toEqual(['1', ['first small']]);
  db.pragma('max_page_count = 100000');
  const all = await bodies.until(({ length }) => length === 3);
  expect(all.map((body) => body.slice(0, 12))).toEqual(['first small', 'live news ne', 'live next']);
  expect(server.requests.items.at(-1)?.headers['last-event-id']).toBe('1');
});

test('an end after a healthy life is routine: at once again, and nobody is told of trouble', async () => {
  const held: ServerResponse[] = [];
  const server = await rawServer((response) => {
    openStream(response);
    held.push(response);
    setTimeout(() => response.end(), QUICK.routineMs * 2);
  });
  // A failure would wait for hours.
  const { states, journal } = runFeed(server.url, { timing: { ...QUICK, baseMs: 1e7, capMs: 1e7 } });
  await states.until((all) => all.filter(is('open')).length === 2);
  expect(states.items.filter(isTrouble)).toEqual([]);
  expect(states.items.map(({ kind }) => kind).slice(0, 4)).toEqual([
    'connecting',
    'open',
    'connecting',
    'open',
  ]);
  expect(journal.items).toContain('ended: the server ended the connection, as it does now and then');
});

test('between a routine end and the next connection nobody is told that it is connected', async () => {
  const server = await rawServer((response) => {
    openStream(response, COMPANION);
    response.write('retry: 3600000\n\n');
    setTimeout(() => response.end(), QUICK.routineMs * 3);
  });
  const { states, journal } = runFeed(server.url, { timing: { ...QUICK, capMs: 1e7 } });
  await journal.until((lines) => lines.some((line) => line.startsWith('ended')));
  await new Promise(setImmediate);
  expect(states.items.map(({ kind }) => kind)).toEqual(['connecting', 'open', 'connecting']);
  expect(server.requests.items).toHaveLength(1);
});

test('the life a server gives its connections is learned, and half of it counts as healthy from then on', async () => {
  const ends = [200, 180];
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    if (ends[n]) setTimeout(() => response.end(), ends[n]);
  });
  const { states, db } = runFeed(server.url, {
    timing: { ...QUICK, routineMs: 190, baseMs: 1e7, capMs: 1e7 },
  });
  await server.requests.until(({ length }) => length === 3);
  expect(states.items.filter(isTrouble)).toEqual([]);
  expect(readFeedMemory(db, 's').periodMs).toBeGreaterThan(190);
});

test('trouble keeps its beginning over all retries, and is over when the stream opens', async () => {
  const server = await rawServer((response, _request, n) => {
    if (n === 4) openStream(response, COMPANION);
    else response.writeHead(n % 2 ? 503 : 500).end();
  });
  const { states, journal } = runFeed(server.url);
  await states.until((all) => all.some(is('open')));
  const waits = states.items.flatMap((state) => (state.kind === 'waiting' ? [state.why] : []));
  expect(waits.map(({ code }) => code)).toEqual(['http-500', 'http-503', 'http-500', 'http-503']);
  expect(new Set(waits.map(({ since }) => since)).size).toBe(1);
  const retries = states.items.slice(1).filter(is('connecting'));
  expect(retries.every(isTrouble)).toBe(true);
  expect(journal.items.filter((line) => line.startsWith('failed: '))).toHaveLength(4);
  const opened = states.items.find(is('open')) as FeedState & { kind: 'open' };
  server.cut();
  expect(await states.next(is('waiting'))).toMatchObject({ why: { code: 'reset' } });
  expect(states.items.at(-1)).toMatchObject({ why: { since: expect.any(Number) } });
  const { why } = states.items.at(-1) as FeedState & { kind: 'waiting' };
  expect(why.since).toBeGreaterThan(opened.since);
});

test('a refused credential stops it, in words; a nudge with a good one brings it back', async () => {
  const server = await temporaryServer();
  let token = 'wrong';
  const authorize = () => ({ Authorization: `Bearer ${token}` });
  const { feed, states } = runFeed(`${server.url}/api/live`, { authorize });
  await states.until((all) => all.some(is('stopped')));
  const until = expect.any(Number);
  expect(states.items.at(-1)).toMatchObject({ kind: 'stopped', until, why: { code: 'unauthorized' } });
  token = server.token;
  feed.nudge(['credentialChanged'], true);
  await states.until((all) => all.some(is('open')));
});

test('a nudge ends a wait, and leaves an open stream alone unless told that it is dead', async () => {
  let broken = true;
  const server = await rawServer((response) => {
    if (broken) response.writeHead(503, { 'Retry-After': '3000' }).end();
    else openStream(response, COMPANION);
  });
  const { feed, states, journal } = runFeed(server.url);
  await states.until((all) => all.some(is('waiting')));
  broken = false;
  feed.nudge(['addressGained'], false);
  await states.until((all) => all.some(is('open')));
  feed.nudge(['addressLost'], false);
  expect(journal.items.filter((line) => line.startsWith('woke'))).toEqual([
    'woke: this machine got a network address',
  ]);
  const again = states.next(is('open'));
  feed.nudge(['slept'], true);
  await again;
  expect(server.requests.items).toHaveLength(3);
});

test('stopping ends a wait, a request and a stream, and nothing follows', async () => {
  const server = await rawServer((response, request) => {
    if (request.url?.startsWith('/open')) openStream(response, COMPANION);
    if (request.url?.startsWith('/refuse')) response.writeHead(401).end();
  });
  for (const [path, kind] of [
    ['/open', 'open'],
    ['/refuse', 'stopped'],
    ['/silent', 'connecting'],
  ] as const) {
    const { feed, states } = runFeed(server.url.replace('/api/live', path));
    await states.until((all) => all.some(is(kind)));
    const told = states.items.length;
    await feed.stop();
    feed.nudge(['slept'], true);
    expect(states.items.length).toBe(told);
  }
});

test('what can’t be read is told, and moves the cursor on', async () => {
  const server = await rawServer((response) => {
    openStream(response, COMPANION);
    response.write(
      `${caughtUp(0)}id: 1\ndata: nonsense\n\n${rowsEvent([{ content: 5 }, { content: 'good' }], 2)}`,
    );
  });
  const { bodies, journal, cursor } = runFeed(server.url);
  expect(await bodies.until(({ length }) => length === 1)).toEqual(['live good']);
  const told = journal.items.filter((line) => line.startsWith('unreadable'));
  expect(told).toEqual([
    'unreadable: the event is no JSON array of rows',
    expect.stringContaining('content: '),
  ]);
  expect(cursor()).toBe('2');
});

test('a store that can’t even be read is a failure like any other, tried again', async () => {
  const { states, db, timesRead } = runFeed('http://127.0.0.1:1/');
  db.exec('DROP TABLE feeds');
  const failed = (await states.until((all) => all.filter(is('waiting')).length > 2)).filter(is('waiting'));
  expect(failed.at(-1)).toMatchObject({ why: { code: 'store' } });
  expect(timesRead()).toBeGreaterThan(2);
});
