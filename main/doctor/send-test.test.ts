import { expect, test } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { listenTo, openTestBellhop } from '../../testing/bellhop.ts';
import { temporaryDatabase } from '../../testing/database.ts';
import { testHost } from '../../testing/host.ts';
import { openStream, rawServer } from '../../testing/raw-server.ts';
import { rows } from '../feed/rows.ts';
import { en } from '../words/en.ts';
import { sendTest } from './send-test.ts';

const none = { kind: 'none' } as const;
const draft = { name: 'S', dialect: 'rows', mapping: null, credential: none } as const;

async function connected() {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server);
  return { ...bellhop, bellhop, server, id };
}

/** Listening works as at the companion server; publishing does what the test says. */
async function publishingAnswers(status: number, body: string, headers: Record<string, string> = {}) {
  const { url } = await rawServer((response, { method }) => {
    if (method === 'POST') return void response.writeHead(status, headers).end(body);
    openStream(response, { 'Bellhop-Heartbeat': '15' });
    response.write('event: caught-up\nid: 1\ndata: {}\n\n');
  });
  const { requests, state } = openTestBellhop();
  const { id } = await requests.addSource({ ...draft, url });
  await state(({ sources }) => sources[0]?.canPublish === true && sources[0].feed.kind === 'open');
  return requests.sendTest({ id });
}

test('a test goes out, comes back and is shown', async () => {
  const { requests, id, toasts } = await connected();
  const { ok, text } = await requests.sendTest({ id });
  expect(text).toMatch(/^Published, arrived after \d+\.\d\u00a0s; toast shown\.$/);
  expect(ok).toBe(true);
  expect(toasts.items).toMatchObject([
    { title: 'Test', body: expect.stringMatching(/^A test by Bellhop \(/) },
  ]);
});

test('a test that comes quietly says why; one whose toast failed is a failure', async () => {
  const { requests, id, desktop } = await connected();
  await requests.setPaused({ until: 'forever' });
  const quiet = await requests.sendTest({ id });
  expect(quiet).toEqual({ ok: true, text: expect.stringMatching(/; no toast: toasts were paused\.$/) });
  await requests.setPaused({ until: null });
  desktop.answer = { shown: false, reason: ['systemRefused', 'asleep'] };
  const failed = await requests.sendTest({ id });
  expect(failed).toEqual({
    ok: false,
    text: expect.stringMatching(/; toast not shown: the system refused it: asleep\.$/),
  });
});

test('a source that isn’t connected, is turned off or gone is not tried', async () => {
  const { requests, id, server, state } = await connected();
  await server.close();
  await state(({ sources }) => sources[0]?.feed.kind === 'waiting');
  expect((await requests.sendTest({ id })).text).toMatch(
    /^“Server” isn’t connected now \(the server .*would not/,
  );
  await requests.setSourceEnabled({ id, enabled: false });
  expect(await requests.sendTest({ id })).toEqual({ ok: false, text: '“Server” is turned off.' });
  await expect(async () => requests.sendTest({ id: 'gone' })).rejects.toThrow('has been removed');
});

test('a test is shown though its list is before the person’s eyes; what comes after it is not', async () => {
  const { requests, bellhop, server, id, desktop } = await connected();
  desktop.focused = true;
  const inbox = { view: 'inbox', source: null, topic: null, minPriority: null } as const;
  requests.reportView({ filter: inbox, atTop: true, listVisible: true, attended: true });
  expect((await requests.sendTest({ id })).text).toMatch(/; toast shown\.$/);
  server.publish('alice', { content: 'seen', notificationTypeId: 1 });
  await bellhop.state(({ unread }) => unread === 2);
  expect((await bellhop.detail('seen')).toasted).toBe(false);
});

test('the original endpoint takes no notices: it is not asked', async () => {
  const original = await rawServer((response) => openStream(response));
  const { requests, state } = openTestBellhop();
  const { id } = await requests.addSource({ ...draft, url: original.url });
  const { sources } = await state((all) => all.sources[0]?.feed.kind === 'open');
  expect(sources[0]?.canPublish).toBe(false);
  await expect(async () => requests.sendTest({ id })).rejects.toThrow('A test can’t be published at “S”');
  expect(original.requests.items.map(({ method }) => method)).toEqual(['GET']);
});

test.each([
  [
    403,
    '{"error":{"message":"This token may not."}}',
    /doesn’t let this account publish \(403: This token may not\.\)/,
  ],
  [401, '{"error":"unauthorized"}', /doesn’t let this account publish \(401: unauthorized\)/],
  [500, '<html>', /didn’t take the test \(500\)/],
  [404, `"${'x'.repeat(100_000)}"`, /didn’t take the test \(404\)/],
])('publishing that is answered with %d is told in words', async (status, body, words) => {
  const { ok, text } = await publishingAnswers(status, body);
  expect([ok, text]).toEqual([false, expect.stringMatching(words)]);
});

test('publishing doesn’t follow a redirect: the credential is not for others', async () => {
  const other = await rawServer((response) => response.writeHead(201).end());
  const { ok, text } = await publishingAnswers(302, '', { Location: other.url });
  expect(ok).toBe(false);
  expect(text).toContain('could not be published: the server sends Bellhop to another address');
  expect(other.requests.items).toEqual([]);
});

test('a test that doesn’t come back says so when the time is over', async () => {
  const { url } = await rawServer((response) => response.writeHead(201).end());
  const parts = {
    ...{ db: temporaryDatabase(), host: testHost().host, clock: Date.now, onChange: () => () => {} },
    credentials: { get: () => null },
    feeds: { state: () => ({ kind: 'open', since: 0 }) as const },
  };
  const source = { ...draft, id: 's', url, credentialKind: 'none', enabled: true, muted: false } as const;
  const { ok, text } = await sendTest(en, parts, source, 200);
  expect([ok, text]).toEqual([false, expect.stringContaining('has not come back within 0.2\u00a0s')]);
});

test.each([
  ['http://a.example', 'http://a.example/api/v1/notifications'],
  ['http://a.example/api/live?x=1', 'http://a.example/api/v1/notifications'],
  ['http://a.example/sub/api/live/', 'http://a.example/sub/api/v1/notifications'],
  ['http://a.example/api/v1/user/notifications/live', 'http://a.example/api/v1/notifications'],
])('the companion at %s takes notices at %s', (url, expected) => {
  expect(rows({ url, mapping: null }).publish?.({ title: 'T', body: 'B' }).url).toBe(expected);
});
