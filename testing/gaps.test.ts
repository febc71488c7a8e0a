import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { Clock } from '../main/clock.ts';
import { temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop, type TestBellhop } from './bellhop.ts';
import { fakeNtfy } from './fakes/ntfy.ts';
import { temporaryFolder } from './folder.ts';
import { untilGreeted } from './history.ts';
import { openStream, rawServer, rowsEvent } from './raw-server.ts';

/** What no server can make good is said: in the journal, and as a line between the notices. */

const credential = { kind: 'none' } as const;
const draft = { name: 'Original', dialect: 'rows', mapping: null, credential } as const;

/** The gaps that the list shows; waits for the first. */
async function gapsOf(bellhop: TestBellhop) {
  const all = { view: 'inbox', source: null, topic: null, minPriority: null } as const;
  const read = async () =>
    (await bellhop.requests.listNotices({ filter: all, before: null, limit: 50 })).gaps;
  while ((await read()).length === 0) await bellhop.states.next();
  return read();
}

/** Listens to ntfy's topic "alerts" until what it has is here, and is closed then. */
async function listenOnce(server: string, clock: Clock) {
  const bellhop = openTestBellhop(temporaryFolder(), clock);
  const url = `${server}/alerts`;
  const { id } = await bellhop.requests.addSource({ ...draft, dialect: 'ntfy', url });
  await untilGreeted(bellhop, id);
  const closedAt = clock();
  await bellhop.close();
  return { folder: bellhop.folder, closedAt };
}

test('a server that can’t send again leaves a gap when its connection breaks', async () => {
  const held: ServerResponse[] = [];
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    held.push(response);
    response.write(rowsEvent([{ content: `row ${n}` }]));
  });
  const bellhop = openTestBellhop();
  const { id } = await bellhop.requests.addSource({ ...draft, url: server.url });
  await bellhop.toasts.until(({ length }) => length === 1);
  const before = Date.now();
  server.cut();
  const [gap, ...others] = await gapsOf(bellhop);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ source: id, why: expect.stringContaining('doesn’t send again') });
  expect(gap?.from).toBeLessThanOrEqual(before);
  expect(gap?.to).toBeGreaterThanOrEqual(before);
  const journal = await bellhop.requests.getJournal({ source: id });
  expect(journal.map(({ text }) => text)).toContain(gap?.why);
});

test('so does the time in which Bellhop was not running', async () => {
  const server = await rawServer((response) => openStream(response));
  const first = openTestBellhop();
  const { id } = await first.requests.addSource({ ...draft, url: server.url });
  await first.state(({ sources }) => sources[0]?.feed.kind === 'open');
  const closedAt = Date.now();
  await first.close();
  const openedAt = Date.now();
  const second = openTestBellhop(first.folder);
  const [gap] = await gapsOf(second);
  expect(gap).toMatchObject({ source: id });
  expect(gap?.from).toBeLessThanOrEqual(closedAt);
  expect(gap?.to).toBeGreaterThanOrEqual(openedAt);
});

test('a brief connection that couldn’t fetch what was missed doesn’t hide that it was', async () => {
  const MINUTE = 60_000;
  let offset = 0;
  const clock = () => Date.now() + offset;
  const server = await fakeNtfy({ keptFor: 3600 });
  server.hooks.now = () => Math.floor(clock() / 1000);
  server.publish('alerts', { message: 'history' }); // it tells how long the server keeps what it has
  const { folder, closedAt } = await listenOnce(server.url, clock);

  offset = 40 * MINUTE;
  const asked = Promise.withResolvers<void>();
  server.hooks.backfilled = () => {
    asked.resolve();
    return new Promise(() => {}); // its answer never ends
  };
  const brief = openTestBellhop(folder, clock);
  await asked.promise;
  await brief.close();
  server.hooks.backfilled = null;

  offset = 80 * MINUTE;
  const last = openTestBellhop(folder, clock);
  const [gap] = await gapsOf(last);
  expect(gap?.from).toBeLessThanOrEqual(closedAt);
  expect(gap?.why).toMatch(/keeps its notifications for 1\sh only/);
});

test('how long a server keeps what it sent may be known only from what is left of it', async () => {
  let offset = 0;
  const clock = () => Date.now() + offset;
  const server = await fakeNtfy({ keptFor: 12 * 3600 });
  server.hooks.now = () => Math.floor(clock() / 1000);
  const { folder, closedAt } = await listenOnce(server.url, clock);
  offset = 48 * 3_600_000;
  server.publish('alerts', { message: 'the rest is gone' });
  const second = openTestBellhop(folder, clock);
  const [gap, ...others] = await gapsOf(second);
  expect(others).toEqual([]);
  expect(gap?.from).toBeLessThanOrEqual(closedAt);
  expect(gap?.why).toMatch(/for 12\sh only/);
});

test('a server that resumes leaves none', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server);
  const connectedAt = async () => {
    const { sources } = await bellhop.state((state) => state.sources[0]?.feed.kind === 'open');
    const feed = sources[0]?.feed;
    return feed?.kind === 'open' ? feed.since : null;
  };
  const first = await connectedAt();
  bellhop.requests.retrySource({ id });
  while ((await connectedAt()) === first) await bellhop.states.next();
  const page = await bellhop.requests.listNotices({
    ...{ filter: { view: 'inbox', source: null, topic: null, minPriority: null }, before: null, limit: 50 },
  });
  expect(page.gaps).toEqual([]);
});
