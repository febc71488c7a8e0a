import { expect, test } from 'vitest';
import { COMMON_NAMES } from '../main/feed/presets.ts';
import { sourceDraftSchema } from '../preload/contract.ts';
import { temporaryServer } from '../server/testing.ts';
import { asRows, listenTo, openTestBellhop } from './bellhop.ts';
import { fakeNtfy } from './fakes/ntfy.ts';
import { gaps, untilGreeted } from './history.ts';
import { openStream, rawServer, rowsEvent } from './raw-server.ts';
import { recorder } from './recorder.ts';

const none = { kind: 'none' } as const;
const bearer = (token: string) => ({ kind: 'bearer', token }) as const;

test('an address and a credential are tried before they are stored, and the answer is in words', async () => {
  const { requests } = openTestBellhop();
  const server = await temporaryServer();
  const original = await rawServer((response) => openStream(response));
  const page = await rawServer((response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end());
  const tried = async (url: string, credential: typeof none | ReturnType<typeof bearer>) =>
    requests.testSource({ url, credential, source: null });

  const fine = 'Connected. Nothing is lost while Bellhop is away: the server sends what was missed.';
  expect(await tried(server.url, bearer(server.token))).toMatchObject({
    ...{ ok: true, text: fine },
    found: { ...asRows, url: `${server.url}/` },
  });
  const partly = 'Connected. This server doesn’t send again what was missed while Bellhop is away.';
  expect(await tried(original.url, none)).toMatchObject({ ok: true, text: partly });
  const refused = {
    ...{ ok: false, text: 'The server doesn’t accept the credential.', detail: 'HTTP 401' },
    ...{ signIn: false, assume: { ...asRows, url: `${server.url}/` } },
  };
  expect(await tried(server.url, bearer('wrong'))).toMatchObject(refused);
  expect(await tried(`${server.url}/elsewhere`, bearer(server.token))).toMatchObject({
    text: 'The server has no notifications at this address.',
  });
  expect(await tried(page.url, none)).toMatchObject({
    text: 'The server answers with something else than notifications.',
  });
  expect((await requests.getState({})).state.sources).toEqual([]);
});

test('the stored credential can be tried again', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const source = await listenTo(bellhop, server);
  const again = { url: server.url, credential: null };
  expect(await bellhop.requests.testSource({ ...again, source })).toMatchObject({ ok: true });
  expect(await bellhop.requests.testSource({ ...again, source: null })).toMatchObject({ ok: false });
});

test('the same address twice, and a source that is gone, are refused in words', async () => {
  const { requests } = openTestBellhop();
  const server = await rawServer((response) => openStream(response));
  const draft = { ...asRows, name: 'First', url: server.url, credential: none };
  await requests.addSource(draft);
  const twin = '“First” already listens at this address.';
  await expect(async () => requests.addSource({ ...draft, name: 'Second' })).rejects.toThrow(twin);
  const { id } = await requests.addSource({ ...draft, name: 'Second', url: `${server.url}?second` });
  const edit = { ...asRows, id, name: 'Second', url: server.url, credential: null };
  await expect(async () => requests.editSource(edit)).rejects.toThrow(twin);
  const gone = 'This source has been removed.';
  await expect(async () => requests.retrySource({ id: 'gone' })).rejects.toThrow(gone);
  await expect(async () => requests.editSource({ ...edit, id: 'gone' })).rejects.toThrow(gone);
  await expect(async () => requests.setSourceMuted({ id: 'gone', muted: true })).rejects.toThrow(gone);
  expect((await requests.getState({})).state.sources.map(({ name }) => name)).toEqual(['First', 'Second']);
});

test('a refused source comes back as soon as its credential is changed', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const { id } = await bellhop.requests.addSource({
    ...asRows,
    name: 'S',
    url: server.url,
    credential: bearer('wrong'),
  });
  const stopped = await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'stopped');
  expect(stopped.sources[0]?.feed).toMatchObject({ why: { code: 'unauthorized' } });
  const edit = { ...asRows, id, name: 'Renamed', url: server.url, credential: bearer(server.token) };
  await bellhop.requests.editSource(edit);
  const { sources } = await bellhop.state((state) => state.sources[0]?.feed.kind === 'open');
  expect(sources[0]).toMatchObject({ name: 'Renamed', credentialKind: 'bearer', credentialMissing: false });
});

test('a new name alone neither reconnects nor touches the credential', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server);
  const before = await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  await bellhop.requests.editSource({
    ...asRows,
    id,
    name: 'New',
    url: before.sources[0]?.url as string,
    credential: null,
  });
  const { sources } = await bellhop.state((state) => state.sources[0]?.name === 'New');
  expect(sources[0]?.feed).toEqual(before.sources[0]?.feed);
});

test('a stored credential is never sent to another server than it was given for', async () => {
  const other = await rawServer((response) => openStream(response));
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const source = await listenTo(bellhop, server);
  const moved = { url: other.url, credential: null };
  const refusal = `The credential was given for ${new URL(server.url).host}. Give the one for ${new URL(other.url).host}.`;
  await expect(async () => bellhop.requests.testSource({ ...moved, source })).rejects.toThrow(refusal);
  await expect(async () =>
    bellhop.requests.editSource({ ...asRows, ...moved, id: source, name: 'S' }),
  ).rejects.toThrow(refusal);
  expect((await bellhop.requests.getState({})).state.sources[0]?.url).toBe(`${server.url}/`);
  expect(other.requests.items).toEqual([]);
  // Another path there is fine, and so is a server that gets a credential of its own.
  expect(
    await bellhop.requests.testSource({ url: `${server.url}/api/live`, credential: null, source }),
  ).toMatchObject({ ok: true });
  await bellhop.requests.editSource({
    ...asRows,
    id: source,
    name: 'S',
    url: other.url,
    credential: bearer('its own'),
  });
  const [request] = await other.requests.until(({ length }) => length === 1);
  expect(request?.headers.authorization).toBe('Bearer its own');
});

test('another server’s ids are its own: none of its notices is taken for one of the server before', async () => {
  const companion = { 'bellhop-heartbeat': '15' };
  const small = (content: string) =>
    rawServer((response) => {
      openStream(response, companion);
      response.write(`${rowsEvent([{ id: 1, content }], 1)}event: caught-up\nid: 1\ndata: {}\n\n`);
    });
  const [one, two] = [await small('of one'), await small('of two')];
  const bellhop = openTestBellhop();
  const { id } = await bellhop.requests.addSource({ ...asRows, name: 'S', url: one.url, credential: none });
  await bellhop.state(({ lastNoticeAt }) => lastNoticeAt !== null);
  await bellhop.requests.editSource({ ...asRows, id, name: 'S', url: two.url, credential: null });
  await two.requests.until(({ length }) => length === 1);
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  while ((await bellhop.notices()).length < 2) await bellhop.states.next();
  expect((await bellhop.notices()).map(({ body }) => body).sort()).toEqual(['of one', 'of two']);
});

test('another address is another stream: its history is history, and what it hadn’t sent until then is told as a gap', async () => {
  const bellhop = openTestBellhop();
  const [one, two] = [await temporaryServer(), await temporaryServer()];
  const id = await listenTo(bellhop, one);
  two.publish('alice', { content: 'elsewhere', notificationTypeId: 1 });
  await bellhop.requests.editSource({
    ...asRows,
    id,
    name: 'S',
    url: two.url,
    credential: bearer(two.token),
  });
  while ((await bellhop.notices()).length < 2) await bellhop.states.next();
  expect((await bellhop.detail('elsewhere')).why[0]?.text).toBe('imported when the source was added');
  expect(bellhop.toasts.items).toEqual([]);
  expect(await gaps(bellhop)).toMatchObject([{ why: expect.stringContaining('another address') }]);
});

test('a topic more on the same server is the same stream: what was missed on the others still comes as news', async () => {
  const server = await fakeNtfy();
  server.publish('alerts', { message: 'history' });
  const bellhop = openTestBellhop();
  const source = { name: 'ntfy', dialect: 'ntfy', mapping: null } as const;
  const { id } = await bellhop.requests.addSource({
    ...{ ...source, url: `${server.url}/alerts`, credential: none },
  });
  await untilGreeted(bellhop, id);
  await bellhop.requests.setSourceEnabled({ id, enabled: false });
  server.publish('alerts', { message: 'missed' });
  const url = `${server.url}/alerts,backups`;
  await bellhop.requests.editSource({ ...source, id, url, credential: null });
  await bellhop.requests.setSourceEnabled({ id, enabled: true });
  const toasts = await bellhop.toasts.until(({ length }) => length === 1);
  expect(toasts.map(({ body }) => body)).toEqual(['missed']);
  expect(await gaps(bellhop)).toEqual([]);
});

test('read in another way a source is another stream; its name alone is not', async () => {
  const server = await rawServer((response) => {
    openStream(response);
    response.write('data: {"text":"hello","words":"bonjour"}\n\n');
  });
  const bellhop = openTestBellhop();
  const { requests } = bellhop;
  const { id } = await requests.addSource({ ...asRows, name: 'S', url: server.url, credential: none });
  await bellhop.state(({ sources }) => sources[0]?.feed.kind === 'open');
  const edit = { id, name: 'S', url: server.url, credential: null, dialect: 'json' } as const;
  const reading = (body: string) => ({ ...COMMON_NAMES, body: [body] });
  await requests.editSource({ ...edit, mapping: reading('/text') });
  await server.requests.until(({ length }) => length === 2);
  await requests.editSource({ ...edit, mapping: reading('/words') });
  await server.requests.until(({ length }) => length === 3);
  while (!(await bellhop.notices()).some(({ body }) => body === 'bonjour')) await bellhop.states.next();
  await requests.editSource({ ...edit, name: 'Renamed', mapping: reading('/words') });
  const { sources } = await bellhop.state((state) => state.sources[0]?.name === 'Renamed');
  expect(sources[0]).toMatchObject({ dialect: 'json', mapping: reading('/words'), feed: { kind: 'open' } });
  expect(server.requests.items).toHaveLength(3);
});

test('what was found is what to add: the window and the command line need to know no more', async () => {
  const server = await rawServer((response, { url }) => {
    if (!url?.startsWith('/alerts/sse')) return void response.writeHead(404).end();
    openStream(response);
    response.write('event: open\ndata: {"id":"a","time":1,"event":"open","topic":"alerts"}\n\n');
    if (!url.includes('since=none')) return void response.end();
    response.write('data: {"id":"b","time":2,"event":"message","topic":"alerts","message":"hello"}\n\n');
  });
  const bellhop = openTestBellhop();
  const pasted = new URL('/alerts/', server.url).href;
  const result = await bellhop.requests.testSource({ url: pasted, credential: none, source: null });
  if (!result.ok) throw new Error(result.text);
  await bellhop.requests.addSource({ ...result.found, credential: none });
  while ((await bellhop.notices()).length < 1) await bellhop.states.next();
  expect((await bellhop.notices()).map(({ body }) => body)).toEqual(['hello']);
});

test('the servers known beforehand can be asked for, each a source that can be added', async () => {
  const { requests, state } = openTestBellhop();
  for (const { name, url, mapping } of await requests.getPresets({})) {
    const draft = { name, url, mapping, dialect: 'json', credential: none };
    expect(sourceDraftSchema.parse(draft)).toEqual(draft);
  }
  expect((await state(() => true)).sources).toEqual([]);
});

test('turned off, a source is disconnected; turned on again it brings what was missed', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server);
  await bellhop.requests.setSourceEnabled({ id, enabled: false });
  expect((await bellhop.state(({ sources }) => sources[0]?.enabled === false)).sources[0]?.feed.kind).toBe(
    'off',
  );
  server.publish('alice', { content: 'missed', notificationTypeId: 1 });
  await bellhop.requests.setSourceEnabled({ id, enabled: true });
  while ((await bellhop.notices()).length < 2) await bellhop.states.next();
  expect((await bellhop.detail('missed')).why[0]?.text).toBe('fetched after a gap in the connection');
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(['missed']);
});

test('turning off and removing close the connection', async () => {
  const closed = recorder<string>();
  const server = await rawServer((response, request) => {
    openStream(response);
    response.on('close', () => closed.push(new URL(request.url ?? '', 'http://x').pathname));
  });
  const { requests, state } = openTestBellhop();
  const add = (name: string) =>
    requests.addSource({ ...asRows, name, url: new URL(`/${name}`, server.url).href, credential: none });
  const [off, removed] = [(await add('off')).id, (await add('removed')).id];
  await state(({ sources }) => sources.filter(({ feed }) => feed.kind === 'open').length === 2);
  await requests.setSourceEnabled({ id: off, enabled: false });
  await requests.removeSource({ id: removed, keepHistory: true });
  expect([...(await closed.until(({ length }) => length === 2))].sort()).toEqual(['/off', '/removed']);
});

test('removed with its history nothing is left; without, the notices stay', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const first = await listenTo(bellhop, server);
  await bellhop.requests.removeSource({ id: first, keepHistory: true });
  expect((await bellhop.notices()).map(({ body }) => body)).toEqual(['history']);
  const second = await listenTo(bellhop, server);
  await bellhop.requests.removeSource({ id: second, keepHistory: false });
  expect((await bellhop.notices()).map(({ source }) => source)).toEqual([first]);
  const { state } = await bellhop.requests.getState({});
  expect([state.sources, state.unread]).toEqual([[], 0]);
  // Added once more it is new: its history comes again.
  await listenTo(bellhop, server);
});

test('asked to try now, a waiting source does', async () => {
  let broken = true;
  const server = await rawServer((response) => {
    if (broken) response.writeHead(503, { 'Retry-After': '3600' }).end();
    else openStream(response);
  });
  const { requests, state } = openTestBellhop();
  const { id } = await requests.addSource({ ...asRows, name: 'S', url: server.url, credential: none });
  const waiting = await state(({ sources }) => sources[0]?.feed.kind === 'waiting');
  expect(waiting.sources[0]?.feed).toMatchObject({ why: { text: 'answered with an error (503)' } });
  broken = false;
  await requests.retrySource({ id });
  await state(({ sources }) => sources[0]?.feed.kind === 'open');
});
