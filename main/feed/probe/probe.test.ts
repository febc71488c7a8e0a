import { expect, test } from 'vitest';
import type { Credential, Found, TestResult } from '../../../preload/contract.ts';
import { temporaryServer } from '../../../server/testing.ts';
import { rowsEvent } from '../../../testing/raw-server.ts';
import { event, html, json, site, streamOf } from '../../../testing/site.ts';
import { en } from '../../words/en.ts';
import { COMMON_NAMES, presets } from '../presets.ts';
import { probe } from './probe.ts';

const none: Credential = { kind: 'none' };
const bearer = (token: string): Credential => ({ kind: 'bearer', token });
/** Long enough for any answer that comes, and nobody waits for one that doesn't. */
const LIMITS = { allMs: 20_000, quietMs: 20_000 };
const tryOut = (url: string, credential: Credential | null = none, limits = LIMITS) =>
  probe(url, credential, fetch, Date.now, en, limits);

/** What is found or, where it can't be told, assumed. */
const kindOf = (result: TestResult): Found | null => (result.ok ? result.found : result.assume);

const greeting = (topic: string) => event({ id: 'x', time: 1, event: 'open', topic }, 'open');
const ntfyRefusal = (status: number) =>
  json(status, {
    code: status * 100 + 1,
    http: status,
    error: 'unauthorized',
    link: 'https://ntfy.sh/docs/',
  });

test('the companion server is known by its headers, at its stream’s address and at its own', async () => {
  const server = await temporaryServer();
  for (const url of [`${server.url}/`, `${server.url}/api/live`]) {
    expect(await tryOut(url, bearer(server.token))).toEqual({
      ok: true,
      text: 'Connected. Nothing is lost while Bellhop is away: the server sends what was missed.',
      found: { dialect: 'rows', url, name: new URL(url).host, mapping: null },
    });
  }
});

test('rows are known by what comes, and by the address of the original endpoint', async () => {
  const { origin } = await site({
    '/events': streamOf(rowsEvent([{ content: 'a', createdAt: 1, notificationTypeId: 2 }])),
    '/api/v1/user/notifications/live': streamOf(': nothing yet\n\n'),
  });
  for (const path of ['/events', '/api/v1/user/notifications/live']) {
    const text = 'Connected. This server doesn’t send again what was missed while Bellhop is away.';
    const found = { dialect: 'rows', url: origin + path, name: new URL(origin).host, mapping: null };
    expect(await tryOut(origin + path)).toEqual({ ok: true, text, found });
  }
});

test.each([
  ['/alerts', '/alerts'],
  ['/alerts/', '/alerts'],
  ['/alerts,back-ups_2/sse', '/alerts,back-ups_2'],
  ['/alerts/json?poll=1&since=all&auth=c2VjcmV0&priority=high#x', '/alerts?priority=high'],
])('ntfy at %s', async (pasted, kept) => {
  const [topics] = kept.slice(1).split('?') as [string];
  const { origin } = await site({
    [`/${topics}`]: html('<title>ntfy web</title>'),
    [`/${topics}/sse`]: streamOf(greeting(topics)),
    [`/${topics}/json`]: html('{}'),
  });
  expect(await tryOut(origin + pasted)).toEqual({
    ok: true,
    text: 'Connected to ntfy. What was missed while Bellhop is away comes too, as far as the server still has it.',
    found: { dialect: 'ntfy', url: origin + kept, name: `${new URL(origin).host}/${topics}`, mapping: null },
  });
});

test('ntfy that lets in by the secret in an address wants it as a credential: the address is kept without', async () => {
  const { origin } = await site({
    '/alerts/sse': (response, request) =>
      request.url?.includes('auth=')
        ? streamOf(greeting('alerts'))(response, request)
        : json(403, { code: 40301, http: 403, error: 'forbidden' })(response, request),
  });
  expect(await tryOut(`${origin}/alerts/sse?auth=c2VjcmV0`)).toMatchObject({
    ...{ ok: false, text: 'The server lets nobody listen here without a credential.' },
    assume: { dialect: 'ntfy', url: `${origin}/alerts` },
  });
});

test('what one answer makes plain, no other’s silence overrules', async () => {
  const { origin } = await site({
    '/alerts': streamOf(': nothing yet\n\n'),
    '/alerts/sse': streamOf(greeting('alerts')),
  });
  expect(await tryOut(`${origin}/alerts`)).toMatchObject({ found: { dialect: 'ntfy' } });
});

test('ntfy says no in a way of its own, and is known by it', async () => {
  const { origin } = await site({
    '/closed': html('<title>ntfy web</title>'),
    '/closed/sse': ntfyRefusal(403),
    '/wrong': html('<title>ntfy web</title>'),
    '/wrong/sse': ntfyRefusal(401),
  });
  const assumed = (topic: string) => ({ assume: { dialect: 'ntfy', url: `${origin}/${topic}` } });
  expect(await tryOut(`${origin}/closed`)).toMatchObject({
    text: 'The server lets nobody listen here without a credential.',
    ...assumed('closed'),
  });
  expect(await tryOut(`${origin}/closed`, bearer('t'))).toMatchObject({
    text: 'The server doesn’t allow this account to listen.',
    ...assumed('closed'),
  });
  expect(await tryOut(`${origin}/wrong`, bearer('t'))).toMatchObject({
    text: 'The server doesn’t accept the credential.',
    signIn: false,
    ...assumed('wrong'),
  });
});

test('a Mercure hub is known by its path, and asked for everything where no topic is named', async () => {
  const { origin, requests } = await site({ '/.well-known/mercure': streamOf(':\n\n') });
  const hub = `${origin}/.well-known/mercure`;
  for (const [pasted, kept] of [
    [hub, `${hub}?topic=*`],
    [`${hub}?topic=a&topic=b`, `${hub}?topic=a&topic=b`],
  ] as const) {
    expect(await tryOut(pasted, bearer('jwt'))).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^Connected to a Mercure hub\. /),
      found: { dialect: 'mercure', url: kept },
    });
  }
  expect(requests.items.map(({ headers }) => headers.authorization)).toEqual(['Bearer jwt', 'Bearer jwt']);
});

test('a page that names a Mercure hub leads to it, with the page’s topic', async () => {
  const link = '</.well-known/mercure>; rel="mercure", <https://a.example/books/1>; rel="self"';
  const { origin, requests } = await site({
    '/': html('a shop', { Link: '</.well-known/mercure>; rel="mercure"' }),
    '/books/one.html': html('a book', { Link: link }),
    '/.well-known/mercure': streamOf(':\n\n'),
  });
  const topicOf = async (path: string) => {
    const result = await tryOut(origin + path, bearer('jwt'));
    expect(result).toMatchObject({ ok: true, found: { dialect: 'mercure' } });
    const url = new URL((result as { found: Found }).found.url);
    expect(url.origin + url.pathname).toBe(`${origin}/.well-known/mercure`);
    return url.searchParams.getAll('topic');
  };
  expect(await topicOf('/books/one.html')).toEqual(['https://a.example/books/1']);
  expect(await topicOf('/')).toEqual([`${origin}/`]);
  expect(requests.items.length).toBeLessThanOrEqual(8);
});

test('a credential is for the server it was given for: a hub elsewhere gets none of it', async () => {
  const elsewhere = await site({ '/hub': streamOf(':\n\n') });
  const hub = `${elsewhere.origin}/hub`;
  const { origin } = await site({ '/page.html': html('x', { Link: `<${hub}>; rel=mercure` }) });
  const topic = `?topic=${encodeURIComponent(`${origin}/page.html`)}`;
  expect(await tryOut(`${origin}/page.html`, bearer('secret'))).toEqual({
    ok: false,
    text: `The notifications of this page come from ${new URL(hub).host}. Give that address, with the credential for it: ${hub}${topic}`,
    ...{ detail: null, signIn: false, assume: null },
  });
  expect(elsewhere.requests.items).toEqual([]);
  expect(await tryOut(`${origin}/page.html`)).toMatchObject({ found: { url: hub + topic } });
  expect(elsewhere.requests.items.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test('a redirect is not followed, and may mean that one has to sign in', async () => {
  const elsewhere = await site({});
  const { origin } = await site({
    '/live': (response) => response.writeHead(302, { Location: `${elsewhere.origin}/login` }).end(),
  });
  expect(await tryOut(`${origin}/live`)).toMatchObject({
    ok: false,
    text: 'The server sends Bellhop to another address, perhaps to sign in.',
    signIn: true,
    assume: { dialect: 'rows' },
  });
  expect(await tryOut(`${origin}/live`, { kind: 'cookie', cookie: 'old=1' })).toMatchObject({ signIn: true });
  expect(elsewhere.requests.items).toEqual([]);
});

test('a server that knows nobody without a credential wants a person to sign in', async () => {
  const { origin } = await site({ '/live': (response) => response.writeHead(401).end() });
  expect(await tryOut(`${origin}/live`)).toMatchObject({
    text: 'The server wants you to sign in, or a credential.',
    detail: 'HTTP 401',
    signIn: true,
    assume: { dialect: 'rows' },
  });
  expect(await tryOut(`${origin}/live`, { kind: 'session' })).toMatchObject({
    text: 'The server wants you to sign in.',
    signIn: true,
  });
  expect(await tryOut(`${origin}/live`, bearer('wrong'))).toEqual({
    ok: false,
    text: 'The server doesn’t accept the credential.',
    detail: 'HTTP 401',
    signIn: false,
    assume: { dialect: 'rows', url: `${origin}/live`, name: new URL(origin).host, mapping: null },
  });
});

test('Mastodon and Home Assistant are known by their addresses, even while they say no', async () => {
  const [mastodon, home] = presets;
  const paths = ['/api/v1/streaming/user/notification', '/api/stream'];
  const up = await site(Object.fromEntries(paths.map((path) => [path, streamOf(':thump\n\n')])));
  const shut = await site(Object.fromEntries(paths.map((path) => [path, json(401, { error: 'no' })])));
  for (const { origin } of [up, shut]) {
    expect(kindOf(await tryOut(origin + paths[0]))).toMatchObject({
      dialect: 'json',
      mapping: mastodon?.mapping,
    });
    expect(kindOf(await tryOut(origin + paths[1]))?.mapping).toEqual(home?.mapping);
  }
  // A token is what they want: their login pages don't help.
  const refused = { text: 'The server wants a credential.', signIn: false };
  for (const path of paths) expect(await tryOut(shut.origin + path)).toMatchObject(refused);
  expect((await tryOut(up.origin + paths[0])).text).toMatch(/^Connected to Mastodon\. What was missed/);
  expect((await tryOut(up.origin + paths[1])).text).toMatch(/^Connected to Home Assistant\. This server/);
});

test('any other stream of JSON is read by the names that most servers use', async () => {
  const { origin } = await site({
    '/unnamed': streamOf(event({ title: 't' })),
    '/named': streamOf(`event: hello\n\n: comment\n\n${event({ title: 't' }, 'alert')}`),
    '/home': streamOf(event('ping')),
    '/quiet': streamOf(': nothing yet\n\n'),
    '/counted': streamOf(`id: 1\n${event({ title: 't' })}`),
    '/text': streamOf(event('just words')),
  });
  const mapping = async (path: string, limits = LIMITS) => {
    const result = await tryOut(origin + path, none, limits);
    expect(result).toMatchObject({ ok: true, found: { dialect: 'json', url: origin + path } });
    return kindOf(result)?.mapping;
  };
  expect(await mapping('/unnamed')).toEqual(COMMON_NAMES);
  expect(await mapping('/named')).toEqual({ ...COMMON_NAMES, events: ['message', 'alert'] });
  expect(await mapping('/home')).toEqual(presets[1]?.mapping);
  expect(await mapping('/quiet', { ...LIMITS, quietMs: 100 })).toEqual(COMMON_NAMES);
  const lead = 'Connected. Bellhop shows what it can read of what comes.';
  const textAt = async (path: string, quietMs = LIMITS.quietMs) =>
    (await tryOut(origin + path, none, { ...LIMITS, quietMs })).text;
  expect(await textAt('/unnamed')).toBe(
    `${lead} This server doesn’t send again what was missed while Bellhop is away.`,
  );
  expect(await textAt('/counted')).toBe(
    `${lead} What was missed while Bellhop is away comes too, as far as the server still has it.`,
  );
  expect(await textAt('/quiet', 100)).toBe(lead);
  expect(await tryOut(`${origin}/text`)).toMatchObject({
    text: 'The server sends something that Bellhop can’t read: it is no JSON.',
    detail: 'just words',
    assume: null,
  });
});

test.each([
  ['/page', 'The server answers with something else than notifications.', null],
  ['/nothing', 'The server has no notifications at this address.', null],
  ['/gone-home', 'The server asked not to be contacted again.', null],
  ['/busy', 'The server answered with an error (503).', 'rows'],
])('%s: %s', async (path, text, dialect) => {
  const { origin } = await site({
    '/page': html('<p>hello</p>'),
    '/gone-home': (response) => response.writeHead(204).end(),
    '/busy': (response) => response.writeHead(503).end(),
  });
  const result = await tryOut(origin + path);
  expect(result).toMatchObject({ ok: false, text, signIn: false });
  expect(kindOf(result)?.dialect ?? null).toBe(dialect);
});

test.each([
  ['http://127.0.0.1:1/live', 'rows'],
  ['http://127.0.0.1:1/alerts', 'rows'],
  ['http://ntfy.localhost:1/alerts/sse', 'ntfy'],
  ['http://127.0.0.1:1/.well-known/mercure', 'mercure'],
  ['http://127.0.0.1:1/api/v1/streaming/user/notification', 'json'],
])('of a server that is down, %s looks like %s', async (url, dialect) => {
  const result = await tryOut(url);
  expect(result).toMatchObject({ ok: false, signIn: false, assume: { dialect } });
  expect(result.text).toMatch(/^The server (isn’t answering|can’t be)/);
});
