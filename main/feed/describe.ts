import type { PlainMessage } from '../words/message.ts';
import type { Ending } from './connection.ts';

/** What went wrong: a code to go by, a sentence that goes on after the source's name, and the technical rest. */
export type Described = { code: string; says: PlainMessage; detail: string | null };

/**
 * How the feed proved who it is: decides whether a "no" means that the person should sign in. `signed-in`, `signed-out`: on
 * the site's own page, once or never yet.
 */
export type Access = 'anonymous' | 'credential' | 'signed-in' | 'signed-out';

/** Describes an ending so that a person knows what it means and, where there is something to do, what. */
export function describe(ending: Ending, access: Access = 'credential'): Described {
  const words = describeEnding(ending);
  return ['unauthorized', 'redirect'].includes(words.code)
    ? { ...words, ...signInWords(words, access) }
    : words;
}

/** The code `sign-in`, or without any credential `unauthorized` and `redirect`: signing in may be the cure. */
function signInWords({ code, says }: Described, access: Access): Pick<Described, 'code' | 'says'> {
  switch (access) {
    case 'signed-in':
      return { code: 'sign-in', says: ['wantsSignInAgain'] };
    case 'signed-out':
      return { code: 'sign-in', says: ['wantsSignIn'] };
    case 'anonymous':
      return code === 'redirect'
        ? { code, says: ['elsewherePerhapsSignIn'] }
        : { code, says: ['wantsSignIn'] };
    case 'credential':
      return { code, says };
  }
}

function describeEnding(ending: Ending): Described {
  switch (ending.kind) {
    case 'closed':
      return { code: 'closed', says: ['closed'], detail: null };
    case 'ended':
      return {
        code: 'ended',
        says: ['ended'],
        detail: `after ${seconds(ending.livedMs)}`,
      };
    case 'stalled':
      return {
        code: 'stalled',
        says: ['silent'],
        detail: `no sign of life for ${seconds(ending.silentMs)}`,
      };
    case 'refused':
      return describeRefusal(ending);
    case 'failed':
      return describeFailure(ending.error);
  }
}

function describeRefusal(ending: Ending & { kind: 'refused' }): Described {
  const { status, contentType, location } = ending;
  const detail = `HTTP ${status}${location ? `, Location: ${location}` : ''}`;
  if (status === 401) return { code: 'unauthorized', says: ['credentialRefused'], detail };
  if (status === 403) return { code: 'forbidden', says: ['forbidden'], detail };
  if (status === 204) return { code: 'no-content', says: ['stayAway'], detail };
  if (status === 404) return { code: 'not-found', says: ['notFound'], detail };
  if (status === 429) return { code: 'rate-limited', says: ['tooManyRequests'], detail };
  if (REDIRECTS.includes(status)) {
    return { code: 'redirect', says: ['elsewhere'], detail };
  }
  if (status === 200) {
    return {
      code: 'not-a-stream',
      says: ['notNotifications'],
      detail: `Content-Type: ${contentType}`,
    };
  }
  return { code: `http-${status}`, says: ['httpError', status], detail };
}

const REDIRECTS = [301, 302, 303, 307, 308];

/** Node's codes (through `cause`) and Chromium's net errors for the same troubles. */
const FAILURES: [RegExp, string, PlainMessage][] = [
  [/ECONNREFUSED|ERR_CONNECTION_REFUSED/, 'refused', ['connectionRefused']],
  [
    /HTTP\/1\.1 protocol|HEADERS_OVERFLOW|LENGTH_MISMATCH|Z_\w+_ERROR|Decompression failed|ERR_INVALID_(HTTP|CHUNKED)|ERR_CONTENT_DECODING|ERR_RESPONSE_HEADERS/,
    'garbled',
    ['garbled'],
  ],
  [/ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED/, 'dns', ['noSuchName']],
  [
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|INCOMPLETE_CHUNKED/,
    'reset',
    ['brokeOff'],
  ],
  [/ETIMEDOUT|TIMEOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'timeout', ['noReply']],
  [
    /ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK/,
    'unreachable',
    ['noNetwork'],
  ],
  [/CERT|SELF_SIGNED|LEAF_SIGNATURE|SSL|TLS/, 'certificate', ['certificate']],
  [/redirect/i, 'redirect', ['elsewhere']],
  [/no JSON list/, 'no-list', ['notAList']],
  [/SQLITE_FULL|ENOSPC/, 'disk-full', ['diskFull']],
  [/SQLITE_(BUSY|LOCKED)/, 'store-busy', ['historyBusy']],
  [/SQLITE_READONLY/, 'store-read-only', ['historyReadOnly']],
  [/SQLITE_(CORRUPT|NOTADB)/, 'store-damaged', ['historyDamaged']],
  [/SQLITE_/, 'store', ['notStored']],
];

function describeFailure(error: unknown): Described {
  const detail = causes(error).join(': ');
  const known = FAILURES.find(([pattern]) => pattern.test(detail));
  return known
    ? { code: known[1], says: known[2], detail }
    : { code: 'failed', says: ['unreachable'], detail };
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
