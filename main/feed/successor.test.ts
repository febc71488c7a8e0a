import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { is, isTrouble, QUICK, runFeed as runAnyFeed } from '../../testing/feed.ts';
import { openStream, rawServer, rowsEvent } from '../../testing/raw-server.ts';
import { rows } from './rows.ts';

/** Make before break: one connection reads on beside the one that takes its place. */

const COMPANION = { 'Bellhop-Heartbeat': '15' };
const runFeed = (url: string, options: Parameters<typeof runAnyFeed>[1] = {}) =>
  runAnyFeed(rows({ url, mapping: null }), options);

/** Ends the first connection so that its period is learned, and holds all the others. */
async function forgetfulServer() {
  const held: ServerResponse[] = [];
  const { url, requests } = await rawServer((response, _request, n) => {
    openStream(response);
    held.push(response);
    if (n === 0) setTimeout(() => response.end(), 150);
  });
  return { url, requests, held };
}

test('a period that was learned too short is forgotten, instead of cutting good connections for ever', async () => {
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    if (n === 0) setTimeout(() => response.end(), 150); // a restart, say; from then on it holds connections
  });
  const { states, kept } = runFeed(server.url);
  await kept.until((all) => all.some(({ periodMs }) => periodMs));
  await kept.until((all) => all.some(({ periodMs }) => periodMs === null));
  // The second, which should have ended, and the third, which was opened beside it and stays.
  expect(server.requests.items).toHaveLength(3);
  expect(states.items.at(-1)).toMatchObject({ kind: 'open' });
});

test('no successor beside a server that turned out to resume: one connection is enough', async () => {
  const server = await rawServer((response, _request, n) => {
    openStream(response, n === 0 ? {} : COMPANION);
    if (n === 0) setTimeout(() => response.end(), 150);
    else setTimeout(() => response.write(rowsEvent([{ content: 'long after' }], 1)), 450);
  });
  const { bodies } = runFeed(server.url);
  await bodies.until(({ length }) => length === 1);
  expect(server.requests.items).toHaveLength(2);
});

test('a silent server that tells no heartbeat is asked again beside, and the first connection goes once the second stands', async () => {
  const closed: number[] = [];
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    response.on('close', () => closed.push(n));
    if (n === 1) response.write(rowsEvent([{ content: 'a' }]));
  });
  const { states, bodies, feed } = runFeed(server.url, { timing: { ...QUICK, headersMs: 300 } });
  await bodies.until(({ length }) => length === 1);
  await server.requests.until(({ length }) => length >= 3);
  expect(closed).toContain(0);
  expect(states.items.filter(is('open'))).toHaveLength(1);
  expect(states.items.filter(isTrouble)).toEqual([]);
  await feed.stop();
});

/** The first connection falls silent; the test writes on those after it. */
async function silentServer() {
  const held: ServerResponse[] = [];
  const server = await rawServer((response) => {
    openStream(response);
    held.push(response);
  });
  const running = runFeed(server.url, { timing: { ...QUICK, headersMs: 800 } });
  await server.requests.until(({ length }) => length >= 2);
  await running.states.until((states) => states.some(is('open')));
  return { ...server, ...running, held };
}
const isGap = (line: string) => line.startsWith('gap');

test('what comes on the second connection only shows that the first was dead: a gap, told', async () => {
  const { held, journal } = await silentServer();
  while (!held[1]) await new Promise(setImmediate);
  held[1].write(rowsEvent([{ content: 'a' }]));
  const lines = await journal.until((all) => all.some(isGap));
  expect(lines.filter(isGap)).toEqual([expect.stringContaining('broke')]);
});

test('what comes on both shows that the first was only silent: it goes, and nothing is told', async () => {
  const { held, journal, bodies } = await silentServer();
  while (!held[1]) await new Promise(setImmediate);
  const closed = new Promise((resolve) => held[0]?.once('close', resolve));
  for (const response of held) response.write(rowsEvent([{ content: 'a' }]));
  await closed;
  expect(bodies.items).toEqual(['live a']);
  expect(journal.items.filter(isGap)).toEqual([]);
});

test('while the old connection reads on, nobody is told that its successor had to try twice', async () => {
  let hold: ServerResponse | null = null;
  const server = await rawServer((response, _request, n) => {
    if (n === 1 || n === 2) {
      if (n === 1) hold?.write(rowsEvent([{ content: 'still there' }]));
      return void response.writeHead(503).end();
    }
    openStream(response);
    if (n === 0) hold = response;
  });
  const { states, bodies } = runFeed(server.url, { timing: { ...QUICK, headersMs: 300 } });
  await bodies.until(({ length }) => length === 1);
  await server.requests.until(({ length }) => length === 4);
  expect(states.items.map(({ kind }) => kind)).toEqual(['connecting', 'open']);
});

test('a connection that breaks beside its successor may take with it what came before that one: a gap, told', async () => {
  const { url, requests, held } = await forgetfulServer();
  const { journal, states } = runFeed(url);
  await requests.until(({ length }) => length === 3);
  const gapsBefore = journal.items.filter((line) => line.startsWith('gap')).length;
  held[1]?.destroy();
  await journal.until((lines) => lines.filter((line) => line.startsWith('gap')).length > gapsBefore);
  expect(states.items.at(-1)).toMatchObject({ kind: 'open' });
});

test('a wake while two connections overlap gives up both, and tells what they may have missed', async () => {
  const { url, requests } = await forgetfulServer();
  const { feed, journal, states } = runFeed(url);
  await requests.until(({ length }) => length === 3);
  const gaps = () => journal.items.filter((line) => line.startsWith('gap')).length;
  const before = gaps();
  const connected = states.next(is('open'));
  feed.nudge(['slept'], true);
  await connected;
  expect(gaps()).toBe(before + 1);
});
