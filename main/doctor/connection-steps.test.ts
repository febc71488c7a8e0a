import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { selfSignedCertificate } from '../../testing/faults/certificate.ts';
import { type Answer, openStream, rawServer } from '../../testing/raw-server.ts';
import { rows } from '../feed/rows.ts';
import type { Trouble } from '../feed/state.ts';
import { en } from '../words/en.ts';
import { type ConnectionFacts, readConnection } from './connection-steps.ts';
import { takesConnections } from './listening.ts';
import { tryStream } from './try-stream.ts';

/** The doctor's own connection to a real server, read in the light of a feed as given. */
async function look(url: string, part: Partial<ConnectionFacts> = {}, token?: string) {
  const tried = await tryStream({
    dialect: rows({ url, mapping: null }),
    position: { cursor: null, greetedAt: null },
    authorization: token ? { Authorization: `Bearer ${token}` } : {},
    fetch,
    now: 0,
    limitMs: 500,
  });
  const facts: ConnectionFacts = {
    ...{ url, tried, credentialKind: token ? 'bearer' : 'none', credentialMissing: false },
    ...{
      access: token ? 'credential' : 'anonymous',
      listening: null,
      feed: { kind: 'connecting', since: 0, why: null },
    },
    ...{ stalls: 0, heartbeatMs: null, now: 1_000_000 },
    ...part,
  };
  const steps = readConnection(en, facts);
  const of = (name: string) => steps.find(({ step }) => step === name);
  return { results: steps.map(({ result }) => result), texts: steps.map(({ text }) => text), of };
}
const lookAt = async (answer: Answer, part?: Partial<ConnectionFacts>) =>
  look((await rawServer(answer)).url, part);

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const open = { kind: 'open', since: 1_000_000 - 3 * 60_000 } as const;

test('what was missed and can’t be had is told, though the feed is connected', async () => {
  const server = await temporaryServer();
  const why: Trouble = { since: 0, code: 'http-503', says: ['httpError', 503], detail: null };
  const behind = { ...open, missing: { until: 1_001_000, why } };
  const { of } = await look(server.url, { feed: behind }, server.token);
  expect(of('stream')).toMatchObject({
    result: 'failed',
    text:
      'Bellhop has been connected for 3 minutes. ' +
      'What was missed hasn’t come yet: the server answered with an error (503). Bellhop keeps asking.',
  });
});

test('a healthy server: all is well, in words', async () => {
  const server = await temporaryServer();
  const { results, texts } = await look(server.url, { feed: open }, server.token);
  expect(results).toEqual(['ok', 'skipped', 'ok', 'ok', 'ok']);
  expect(texts).toEqual([
    `${new URL(server.url).host} answers.`,
    'The address begins with http://: the connection is not encrypted.',
    'The server accepts the credential.',
    'Bellhop has been connected for 3 minutes.',
    'Signs of life come, due every 15 seconds.',
  ]);
});

test('a dead server: what comes after is not looked at', async () => {
  const server = await temporaryServer();
  await server.close();
  const { results, of } = await look(server.url);
  expect(results).toEqual(['failed', 'skipped', 'skipped', 'skipped', 'skipped']);
  expect(of('server')).toMatchObject({
    text: 'The server isn’t answering (connection refused).',
    advice: expect.stringContaining('is the port'),
  });
});

test('a name without an address', async () => {
  const { of } = await look('https://nowhere.invalid/');
  expect(of('server')?.text).toBe('The server can’t be found (its name has no address).');
  expect(of('tls')?.result).toBe('skipped');
});

test('a certificate that nobody vouches for', async () => {
  const server = createHttpsServer(selfSignedCertificate(), (_, response) => response.end());
  const { results, of } = await look(`https://127.0.0.1:${await listen(server)}/`);
  expect(results).toEqual(['ok', 'failed', 'skipped', 'skipped', 'skipped']);
  expect(of('tls')).toMatchObject({
    text: 'The server can’t prove who it is (certificate).',
    advice: expect.stringContaining('doesn’t know who signed'),
  });
});

test('https where plain http is spoken', async () => {
  const { url } = await rawServer((response) => response.end());
  const { of } = await look(url.replace('http:', 'https:'));
  expect(of('tls')).toMatchObject({ result: 'failed', advice: expect.stringContaining('with http://') });
});

test('a credential that is refused, that is missing, and that was never given', async () => {
  const server = await temporaryServer();
  const wrong = await look(server.url, {}, 'wrong');
  expect(wrong.results).toEqual(['ok', 'skipped', 'failed', 'skipped', 'skipped']);
  expect(wrong.of('auth')?.text).toBe('The server doesn’t accept the credential.');
  const gone = { credentialKind: 'bearer', access: 'credential', credentialMissing: true } as const;
  const missing = await look(server.url, gone);
  expect(missing.of('auth')?.text).toBe('The credential is not here any more.');
  const unreadable = await look(server.url, { ...gone, feed: null });
  expect(unreadable.of('auth')).toMatchObject({
    result: 'unknown',
    advice: expect.stringContaining('Start'),
  });
  const never = await look(server.url);
  expect(never.of('auth')).toMatchObject({
    text: 'The server wants you to sign in.',
    advice: expect.stringContaining('Give the source a credential'),
  });
});

test('a redirect is a matter of signing in, not of the network', async () => {
  const { results } = await lookAt((response) => response.writeHead(302, { Location: '/login' }).end());
  expect(results).toEqual(['ok', 'skipped', 'failed', 'skipped', 'skipped']);
});

test.each([
  [404, 'has no notifications at this address'],
  [500, 'answered with an error (500)'],
  [200, 'answers with something else than notifications'],
])('an answer %d that is no stream', async (status, text) => {
  const { results, of } = await lookAt((response) => response.writeHead(status).end('<p>'));
  expect(results).toEqual(['ok', 'skipped', 'unknown', 'failed', 'skipped']);
  expect(of('stream')?.text).toBe(`The server ${text}.`);
});

test('a second connection that is refused while the first one lives is no trouble', async () => {
  const { results, of } = await lookAt((response) => response.writeHead(429).end(), {
    feed: open,
    heartbeatMs: 15_000,
  });
  expect(results).toEqual(['ok', 'skipped', 'unknown', 'ok', 'ok']);
  expect(of('stream')?.text).toContain('A second one was refused: the server asked to wait');
});

test('it works now, but the feed doesn’t know yet', async () => {
  const why: Trouble = { since: 0, code: 'refused', says: ['noReply'], detail: null };
  const { of } = await lookAt((response) => openStream(response), {
    feed: { kind: 'waiting', until: 1_030_000, why },
  });
  expect(of('stream')).toMatchObject({
    result: 'failed',
    text: expect.stringContaining(
      'failed before (the server isn’t answering (no reply)), and tries again in 30 seconds',
    ),
    advice: expect.stringContaining('Try now'),
  });
});

test('a stream that stays silent: certain where a heartbeat is due, otherwise not', async () => {
  const due = await lookAt((response) => openStream(response, { 'Bellhop-Heartbeat': '0.1' }));
  expect(due.of('heartbeat')).toMatchObject({
    result: 'failed',
    advice: expect.stringContaining('buffering'),
  });
  const quiet = await lookAt((response) => openStream(response));
  expect(quiet.results).toEqual(['ok', 'skipped', 'ok', 'ok', 'unknown']);
  const outlasting = await lookAt((response) => openStream(response, { 'Bellhop-Heartbeat': '15' }), {
    feed: open,
  });
  expect(outlasting.of('heartbeat')?.result).toBe('ok');
  const cutBefore = await lookAt((response) => openStream(response), { stalls: 3 });
  expect(cutBefore.of('heartbeat')?.text).toBe('It went silent 3 times within a day.');
});

test('a comment is a sign of life', async () => {
  const { of } = await lookAt((response) => {
    openStream(response);
    response.write(':\n\n');
  });
  expect(of('heartbeat')?.result).toBe('ok');
});

test('a server that takes the request and says nothing', async () => {
  const url = `http://127.0.0.1:${await listen(createServer())}/`;
  const alive = await look(url, { listening: await takesConnections(url, 5_000) });
  expect(alive.results).toEqual(['ok', 'skipped', 'unknown', 'unknown', 'skipped']);
  const closed = await rawServer(() => {});
  const dead = await look(closed.url, { listening: await takesConnections('http://127.0.0.1:1/', 5_000) });
  expect(dead.of('server')).toMatchObject({
    result: 'failed',
    text: expect.stringContaining('not answered'),
  });
});
