import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mappingSchema } from '../preload/contract.ts';
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

test.each([
  ['at another address of the server', '/b', '/id'],
  ['read from another place', '/a', '/number'],
])('an id %s is another: its notice is not taken for one that was here before', async (_what, path, id) => {
  const server = await rawServer((response, _request, n) => {
    openStream(response);
    response.write(`id: ${n}\ndata: {"id":1,"number":1,"text":"notice ${n}"}\n\n`);
  });
  const { requests, notices, states } = openTestBellhop();
  const at = (path: string, id: string) => ({
    ...{ name: 'S', dialect: 'json' as const, url: new URL(path, server.url).href },
    mapping: mappingSchema.parse({ id: [id], body: ['/text'] }),
  });
  const added = await requests.addSource({ ...at('/a', '/id'), credential: none });
  while ((await notices()).length < 1) await states.next();
  await requests.editSource({ id: added.id, ...at(path, id), credential: null });
  while ((await notices()).length < 2) await states.next();
  expect((await notices()).map(({ body }) => body)).toEqual(['notice 1', 'notice 0']);
});

test('a move that can’t be written sends the new server’s credential to nobody', async () => {
  const server = await rawServer((response) => openStream(response));
  const { folder, requests, state } = openTestBellhop();
  const draft = { ...asRows, name: 'S', url: server.url };
  const { id } = await requests.addSource({ ...draft, credential: { kind: 'bearer', token: 'first' } });
  await state(({ sources }) => sources[0]?.feed.kind === 'open');
  const file = join(folder, 'settings.json');
  rmSync(file);
  mkdirSync(file); // no file can take its place
  const credential = { kind: 'bearer', token: 'second' } as const;
  const moved = { ...draft, id, url: server.url.replace('127.0.0.1', 'localhost'), credential };
  await expect(async () => requests.editSource(moved)).rejects.toThrow('EISDIR');
  await requests.retrySource({ id });
  const asked = await server.requests.until(({ length }) => length === 2);
  expect(asked[1]?.headers.authorization).toBeUndefined();
});
