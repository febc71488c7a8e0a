import { expect, test } from 'vitest';
import { asRows, openTestBellhop } from './bellhop.ts';
import { openStream, rawServer, rowsEvent } from './raw-server.ts';
import { recorder } from './recorder.ts';

/** What a connection still had in hand when the person removed its source, or sent it elsewhere. */

const none = { kind: 'none' } as const;

test('removed while it is connected, nothing of it comes back, and its toasts go', async () => {
  const closed = recorder<null>();
  const server = await rawServer((response) => {
    response.on('close', () => closed.push(null));
    openStream(response, { 'Bellhop-Heartbeat': '15' });
    response.write(`event: caught-up\nid: 1\ndata: {}\n\n${rowsEvent([{ content: 'a' }], 2)}`);
  });
  const bellhop = openTestBellhop();
  const { id } = await bellhop.requests.addSource({
    ...asRows,
    name: 'S',
    url: server.url,
    credential: none,
  });
  const [toast] = await bellhop.toasts.until(({ length }) => length === 1);
  await bellhop.requests.removeSource({ id, keepHistory: false });
  expect(bellhop.withdrawn).toEqual([toast?.id]);
  await closed.until(({ length }) => length === 1);
  const left = ['notices', 'seen', 'feeds', 'journal'].map((table) =>
    bellhop.db.prepare(`SELECT count(*) FROM ${table} WHERE source = ?`).pluck().get(id),
  );
  expect(left).toEqual([0, 0, 0, 0]);
});

test('what a stream still had when its source moved to another says nothing about that one', async () => {
  const server = await rawServer((response, { url }) => {
    openStream(response, { 'Bellhop-Heartbeat': '15' });
    // Not caught up yet: the row waits a moment for others, and what can’t be read is told at once.
    if (url?.startsWith('/a')) response.write(`${rowsEvent([{ content: 'old' }], 900)}data: nonsense\n\n`);
  });
  const { requests, state, notices } = openTestBellhop();
  const at = (path: string) => ({ ...asRows, name: 'S', url: new URL(path, server.url).href });
  const { id } = await requests.addSource({ ...at('/a'), credential: none });
  while ((await requests.getJournal({ source: id })).every(({ text }) => !text.includes('no JSON'))) {
    await new Promise(setImmediate);
  }
  await requests.editSource({ id, ...at('/b'), credential: null });
  await state(({ sources }) => sources[0]?.feed.kind === 'open');
  await requests.retrySource({ id });
  const asked = await server.requests.until(({ length }) => length === 3);
  expect(asked[2]?.url).toMatch('/b');
  expect(asked[2]?.headers['last-event-id']).toBeUndefined();
  expect(await notices()).toEqual([]);
});
