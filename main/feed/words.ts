import type { Ending } from './connection.ts';

/** What went wrong, in words that go on after the source's name, and the technical rest. */
export type Words = { code: string; text: string; detail: string | null };

/**
 * How the feed proved who it is: decides whether a "no" means that the person should sign in. `signed-in`, `signed-out`: on
 * the site's own page, once or never yet.
 */
export type Access = 'anonymous' | 'credential' | 'signed-in' | 'signed-out';

/** Says an ending so that a person knows what it means and, where there is something to do, what. */
export function describe(ending: Ending, access: Access = 'credential'): Words {
  const words = describeEnding(ending);
  return ['unauthorized', 'redirect'].includes(words.code)
    ? { ...words, ...signInWords(words, access) }
    : words;
}

/** The code `sign-in`, or without any credential `unauthorized` and `redirect`: signing in may be the cure. */
function signInWords({ code, text }: Words, access: Access): Pick<Words, 'code' | 'text'> {
  switch (access) {
    case 'signed-in':
      return { code: 'sign-in', text: 'wants you to sign in again' };
    case 'signed-out':
      return { code: 'sign-in', text: 'wants you to sign in' };
    case 'anonymous':
      return code === 'redirect'
        ? { code, text: 'sends Bellhop to another address, perhaps to sign in' }
        : { code, text: 'wants you to sign in' };
    case 'credential':
      return { code, text };
  }
}

function describeEnding(ending: Ending): Words {
  switch (ending.kind) {
    case 'closed':
      return { code: 'closed', text: 'was disconnected by Bellhop', detail: null };
    case 'ended':
      return {
        code: 'ended',
        text: 'ended the connection at once',
        detail: `after ${seconds(ending.livedMs)}`,
      };
    case 'stalled':
      return {
        code: 'stalled',
        text: 'went silent',
        detail: `no sign of life for ${seconds(ending.silentMs)}`,
      };
    case 'refused':
      return describeRefusal(ending);
    case 'failed':
      return describeFailure(ending.error);
  }
}

function describeRefusal(ending: Ending & { kind: 'refused' }): Words {
  const { status, contentType, location } = ending;
  const detail = `HTTP ${status}${location ? `, Location: ${location}` : ''}`;
  if (status === 401) return { code: 'unauthorized', text: 'doesn’t accept the credential', detail };
  if (status === 403) return { code: 'forbidden', text: 'doesn’t allow this account to listen', detail };
  if (status === 204) return { code: 'no-content', text: 'asked not to be contacted again', detail };
  if (status === 404) return { code: 'not-found', text: 'has no notifications at this address', detail };
  if (status === 429) return { code: 'rate-limited', text: 'asked to wait (too many requests)', detail };
  if (REDIRECTS.includes(status)) {
    return { code: 'redirect', text: 'sends Bellhop to another address', detail };
  }
  if (status === 200) {
    return {
      code: 'not-a-stream',
      text: 'answers with something else than notifications',
      detail: `Content-Type: ${contentType}`,
    };
  }
  return { code: `http-${status}`, text: `answered with an error (${status})`, detail };
}

const REDIRECTS = [301, 302, 303, 307, 308];

/** Node's codes (through `cause`) and Chromium's net errors for the same troubles. */
const FAILURES: [RegExp, string, string][] = [
  [/ECONNREFUSED|ERR_CONNECTION_REFUSED/, 'refused', 'isn’t answering (connection refused)'],
  [
    /HTTP\/1\.1 protocol|HEADERS_OVERFLOW|LENGTH_MISMATCH|Z_\w+_ERROR|Decompression failed|ERR_INVALID_(HTTP|CHUNKED)|ERR_CONTENT_DECODING|ERR_RESPONSE_HEADERS/,
    'garbled',
    'sends an answer that makes no sense',
  ],
  [/ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED/, 'dns', 'can’t be found (its name has no address)'],
  [
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|INCOMPLETE_CHUNKED/,
    'reset',
    'broke the connection',
  ],
  [/ETIMEDOUT|TIMEOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'timeout', 'isn’t answering (no reply)'],
  [
    /ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK/,
    'unreachable',
    'can’t be reached (no network)',
  ],
  [/CERT|SELF_SIGNED|LEAF_SIGNATURE|SSL|TLS/, 'certificate', 'can’t prove who it is (certificate)'],
  [/redirect/i, 'redirect', 'sends Bellhop to another address'],
  [/no JSON list/, 'no-list', 'answers with something else than a list of notifications'],
  [/SQLITE_FULL|ENOSPC/, 'disk-full', 'has news, but the disk is full'],
  [/SQLITE_(BUSY|LOCKED)/, 'store-busy', 'has news, but another program holds the history'],
  [/SQLITE_READONLY/, 'store-read-only', 'has news, but the history can’t be written (read-only)'],
  [/SQLITE_(CORRUPT|NOTADB)/, 'store-damaged', 'has news, but the history is damaged'],
  [/SQLITE_/, 'store', 'has news, but it can’t be stored'],
];

function describeFailure(error: unknown): Words {
  const detail = causes(error).join(': ');
  const known = FAILURES.find(([pattern]) => pattern.test(detail));
  return known
    ? { code: known[1], text: known[2], detail }
    : { code: 'failed', text: 'can’t be reached', detail };
}

/** The message and code of an error and of what caused it: Node's fetch says "fetch failed" and hides the rest. */
function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const { code } = error as { code?: unknown };
  const own =
    typeof code === 'string' && !error.message.includes(code) ? `${code} ${error.message}` : error.message;
  return error.cause === undefined ? [own] : [own, ...causes(error.cause)];
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
