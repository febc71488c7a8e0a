import type { Credential, TestResult } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Fetch } from '../host.ts';
import { authorizationHeaders } from '../settings/credentials.ts';
import { connect } from './connection.ts';
import { rows } from './rows.ts';
import { describe } from './words.ts';

/** A person waits for this. */
const PROBE_MS = 10_000;

/** Tries an address and a credential without storing anything, and says in words what came of it. */
export async function probe(
  url: string,
  credential: Credential | null,
  fetch: Fetch,
  clock: Clock,
): Promise<TestResult> {
  const answered = new AbortController();
  let resumable = false;
  const request = rows.request(url, { cursor: null, greeted: false }, clock());
  const ending = await connect({
    url: request.url,
    headers: { ...request.headers, ...authorizationHeaders(credential) },
    fetch,
    headersMs: PROBE_MS,
    eventNames: [],
    onOpen(headers) {
      resumable = rows.hello(headers).resumable;
      answered.abort();
      return { stallMs: PROBE_MS };
    },
    onEvent: () => {},
    onOversized: () => {},
    signal: answered.signal,
  });
  if (ending.kind === 'closed') {
    return {
      ok: true,
      text: resumable
        ? 'Connected. Nothing is lost while Bellhop is away: the server sends what was missed.'
        : 'Connected. This server doesn’t send again what was missed while Bellhop is away.',
    };
  }
  if (ending.kind === 'stalled') {
    const text =
      'The server took the request but has not answered yet. Some answer only with their first notification: you can add it and see.';
    return { ok: false, text, detail: null };
  }
  const { text, detail } = describe(ending);
  return { ok: false, text: `The server ${text}.`, detail };
}
