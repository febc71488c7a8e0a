import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { say } from '../words/message.ts';
import type { Ending } from './connection.ts';
import { type Access, type Described, describe } from './describe.ts';

const lived = { livedMs: 1234, retryMs: null };
const said = ({ code, says, detail }: Described) => ({ code, text: say(en, says), detail });
const refused = (status: number, contentType: string | null = null, location: string | null = null) =>
  said(describe({ kind: 'refused', status, contentType, location, retryAfterMs: null, ...lived }));
const failed = (error: unknown) => said(describe({ kind: 'failed', error, ...lived }));
const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });
const byFetch = (cause: Error) => new TypeError('fetch failed', { cause });

test.each([
  [401, 'unauthorized', 'doesn’t accept the credential'],
  [403, 'forbidden', 'doesn’t allow this account to listen'],
  [204, 'no-content', 'asked not to be contacted again'],
  [404, 'not-found', 'has no notifications at this address'],
  [429, 'rate-limited', 'asked to wait (too many requests)'],
  [302, 'redirect', 'sends Bellhop to another address'],
  [500, 'http-500', 'answered with an error (500)'],
  [304, 'http-304', 'answered with an error (304)'],
  [418, 'http-418', 'answered with an error (418)'],
])('HTTP %i', (status, code, text) => {
  expect(refused(status)).toEqual({ code, text, detail: `HTTP ${status}` });
});

test('a page instead of a stream, and where a redirect leads, are in the detail', () => {
  const page = { code: 'not-a-stream', detail: 'Content-Type: text/html' };
  expect(refused(200, 'text/html')).toMatchObject(page);
  expect(refused(301, null, '/login').detail).toBe('HTTP 301, Location: /login');
});

test.each([
  ['refused', byFetch(withCode('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'))],
  ['refused', byFetch(withCode('ECONNREFUSED', ''))],
  ['refused', new Error('net::ERR_CONNECTION_REFUSED')],
  [
    'garbled',
    new TypeError('terminated', { cause: new Error('Response does not match the HTTP/1.1 protocol') }),
  ],
  ['garbled', byFetch(withCode('UND_ERR_HEADERS_OVERFLOW', 'Headers Overflow Error'))],
  ['garbled', new TypeError('terminated', { cause: withCode('Z_DATA_ERROR', 'incorrect header check') })],
  ['garbled', new Error('net::ERR_CONTENT_DECODING_FAILED')],
  ['dns', byFetch(withCode('ENOTFOUND', 'getaddrinfo ENOTFOUND a.example'))],
  ['dns', byFetch(withCode('EAI_AGAIN', 'getaddrinfo EAI_AGAIN a.example'))],
  ['dns', new Error('net::ERR_NAME_NOT_RESOLVED')],
  ['reset', byFetch(withCode('ECONNRESET', 'read ECONNRESET'))],
  ['reset', new TypeError('terminated', { cause: withCode('UND_ERR_SOCKET', 'other side closed') })],
  ['reset', new Error('net::ERR_CONNECTION_RESET')],
  ['reset', new Error('net::ERR_EMPTY_RESPONSE')],
  ['reset', new Error('net::ERR_INCOMPLETE_CHUNKED_ENCODING')],
  ['timeout', byFetch(withCode('ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:80'))],
  ['timeout', byFetch(withCode('UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error'))],
  ['timeout', new Error('net::ERR_CONNECTION_TIMED_OUT')],
  ['unreachable', byFetch(withCode('ENETUNREACH', 'connect ENETUNREACH'))],
  ['unreachable', new Error('net::ERR_INTERNET_DISCONNECTED')],
  ['unreachable', new Error('net::ERR_NETWORK_CHANGED')],
  ['certificate', byFetch(withCode('CERT_HAS_EXPIRED', 'certificate has expired'))],
  ['certificate', byFetch(withCode('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'))],
  [
    'certificate',
    byFetch(withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate')),
  ],
  ['certificate', new Error('net::ERR_CERT_AUTHORITY_INVALID')],
  ['certificate', new Error('net::ERR_SSL_PROTOCOL_ERROR')],
  ['redirect', byFetch(new Error('unexpected redirect'))],
  ['no-list', new Error('no JSON list of notices: <html>')],
  ['disk-full', withCode('SQLITE_FULL', 'database or disk is full')],
  ['store-busy', withCode('SQLITE_BUSY', 'database is locked')],
  ['store-read-only', withCode('SQLITE_READONLY', 'attempt to write a readonly database')],
  ['store-damaged', withCode('SQLITE_CORRUPT', 'database disk image is malformed')],
  ['store', withCode('SQLITE_IOERR_WRITE', 'disk I/O error')],
  ['failed', new Error('something new')],
  ['failed', 'thrown by hand'],
])('%s: %s', (code, error) => expect(failed(error)).toMatchObject({ code, detail: expect.any(String) }));

test.each<[Access, number, string, string]>([
  ['credential', 401, 'unauthorized', 'doesn’t accept the credential'],
  ['anonymous', 401, 'unauthorized', 'wants you to sign in'],
  ['anonymous', 302, 'redirect', 'sends Bellhop to another address, perhaps to sign in'],
  ['signed-out', 401, 'sign-in', 'wants you to sign in'],
  ['signed-in', 401, 'sign-in', 'wants you to sign in again'],
  ['signed-in', 302, 'sign-in', 'wants you to sign in again'],
  ['signed-in', 403, 'forbidden', 'doesn’t allow this account to listen'],
  ['signed-in', 500, 'http-500', 'answered with an error (500)'],
])('to %s, HTTP %i means %s: %s', (access, status, code, text) => {
  const ending: Ending = {
    ...{ kind: 'refused', status, contentType: null, location: null, retryAfterMs: null, ...lived },
  };
  expect(said(describe(ending, access))).toEqual({ code, text, detail: `HTTP ${status}` });
});

test('the detail tells the whole chain of causes', () => {
  const error = byFetch(withCode('ECONNREFUSED', ''));
  expect(failed(error).detail).toBe('fetch failed: ECONNREFUSED ');
});

test('every text goes on after the name of the source', () => {
  const endings: Ending[] = [
    { kind: 'closed', ...lived },
    { kind: 'ended', ...lived },
    { kind: 'stalled', silentMs: 37_500, ...lived },
  ];
  const statuses = [200, 204, 301, 401, 403, 404, 429, 500].map((status) => refused(status));
  const failures = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'ECONNRESET',
    'ETIMEDOUT',
    'ENETDOWN',
    'CERT',
    'SQLITE_FULL',
    'x',
  ];
  const all = [
    ...endings.map((ending) => said(describe(ending))),
    ...statuses,
    ...failures.map((code) => failed(new Error(code))),
  ];
  for (const { text } of all)
    expect(text).toMatch(/^(is|isn’t|has|was|went|can’t|doesn’t|asked|answer|broke|ended|sends)/);
  for (const { text } of all) expect(text).not.toMatch(/\.$/);
  expect(describe(endings[2] as Ending).detail).toBe('no sign of life for 37.5 s');
});
