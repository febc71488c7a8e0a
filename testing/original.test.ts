import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { rows } from '../main/feed/rows.ts';
import { temporaryServer } from '../server/testing.ts';
import { asRows, openTestBellhop } from './bellhop.ts';
import { isTrouble, runFeed } from './feed.ts';
import { openStream, rawServer, rowsEvent } from './raw-server.ts';
import { recorder } from './recorder.ts';

/** The endpoint Bellhop was born from: late headers, random ids, repeats, and an end every few moments. */

/** The live requests that reach servers in this process. */
function liveRequests() {
  const requests = recorder<string>();
  const look = (message: unknown) => {
    const { url = '' } = (message as { request: IncomingMessage }).request;
    if (url.startsWith('/api/live')) requests.push(url);
  };
  subscribe('http.server.request.start', look);
  onTestFinished(() => void unsubscribe('http.server.request.start', look));
  return requests;
}

test('what is created while it is connected arrives once, over ends that trouble nobody', async () => {
  const requests = liveRequests();
  // Long enough for an end to be routine, which is how the real one ends, after 100 s.
  const server = await temporaryServer({ compat: { cycles: 60, cycleMs: 100 } });
  const bellhop = openTestBellhop();
  const credential = { kind: 'bearer', token: server.token } as const;
  await bellhop.requests.addSource({ ...asRows, name: 'Original', url: server.url, credential });
  const expected: string[] = [];
  for (const connection of [1, 2, 3]) {
    await requests.until(({ length }) => length >= connection);
    await setImmediate(); // until its first query has run: what is older is never sent
    for (const n of [1, 2, 3]) {
      const content = `connection ${connection}, row ${n}`;
      server.publish('alice', { content, notificationTypeId: 1 });
      expected.push(content);
      await bellhop.toasts.until(({ length }) => length === expected.length);
    }
  }
  expect((await bellhop.notices()).map(({ body }) => body).reverse()).toEqual(expected);
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(expected);
  const troubled = bellhop.states.items.flatMap(({ sources }) =>
    sources.filter(({ feed }) => 'why' in feed && feed.why),
  );
  expect(troubled).toEqual([]);
});

test('once its period is learned, rows of every moment over several periods arrive once', async () => {
  const requests = liveRequests();
  // Ends every 6 s; what is made in the last 600 ms of a connection it never queries.
  const server = await temporaryServer({ compat: { cycles: 10, cycleMs: 600 } });
  const bellhop = openTestBellhop();
  const credential = { kind: 'bearer', token: server.token } as const;
  const { id } = await bellhop.requests.addSource({
    ...asRows,
    name: 'Original',
    url: server.url,
    credential,
  });
  await requests.until(({ length }) => length === 2);

  const made: string[] = [];
  const timer = setInterval(() => {
    made.push(`row ${made.length}`);
    server.publish('alice', { content: `row ${made.length - 1}`, notificationTypeId: 1 });
  }, 23);
  onTestFinished(() => clearInterval(timer));
  await requests.until(({ length }) => length === 5);
  clearInterval(timer);
  const arrived = async () => (await bellhop.notices()).map(({ body }) => body);
  while (!(await arrived()).includes(made.at(-1) ?? '')) await bellhop.states.next();
  expect((await arrived()).sort()).toEqual(made.sort());
  // The seam before the period was known is told; those after it have none.
  const journal = await bellhop.requests.getJournal({ source: id });
  expect(journal.filter(({ text }) => text.includes('doesn’t send again'))).toHaveLength(1);
}, 60_000);

test('rows so rare that whole connections have none, whose headers come with their end, arrive once all the same', async () => {
  const requests = liveRequests();
  // Ends every 2 s; what is made in the last 200 ms of a connection it never queries.
  const server = await temporaryServer({ compat: { cycles: 10, cycleMs: 200 } });
  const { bodies, journal, states } = runFeed(rows({ url: server.url, mapping: null }), {
    authorize: () => ({ Authorization: `Bearer ${server.token}` }),
  });
  await requests.until(({ length }) => length === 2); // its period is learned from one that had nothing
  const made: string[] = [];
  for (const moment of [0.05, 0.35, 0.65, 0.85, 0.93, 0.98]) {
    await requests.next();
    await requests.next();
    await sleep(2_000 * moment);
    made.push(`live row ${moment}`);
    server.publish('alice', { content: `row ${moment}`, notificationTypeId: 1 });
  }
  await requests.next();
  await requests.next(); // the two connections that the last row may have come on are over
  expect(bodies.items).toEqual(made);
  expect(journal.items.filter((line) => line.startsWith('gap'))).toHaveLength(1); // before the period was known
  expect(states.items.filter(isTrouble)).toEqual([]);
});

test('a row that is sent again, in the same event’s company or on the next connection, is one notice', async () => {
  const row = (n: number) => ({
    content: `row ${n}`,
    notificationTypeId: 1,
    createdAt: new Date(1714557600000 + n).toISOString(),
  });
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    const send = (...rows: object[]) => response.write(rowsEvent(rows, crypto.randomUUID()));
    send(row(3 * n + 2), row(3 * n + 1));
    send(row(3 * n + 3), row(3 * n + 2)); // newest first, and the `>=` of its query repeats one
    if (n < 2) response.end();
  });
  const bellhop = openTestBellhop();
  await bellhop.requests.addSource({
    ...asRows,
    name: 'Original',
    url: server.url,
    credential: { kind: 'none' },
  });
  while ((await bellhop.notices()).length < 9) await bellhop.states.next();
  const arrived = (await bellhop.notices()).map(({ body }) => body).reverse();
  expect(arrived).toEqual(Array.from({ length: 9 }, (_, i) => `row ${i + 1}`));
  expect(bellhop.toasts.items).toHaveLength(9);
});
