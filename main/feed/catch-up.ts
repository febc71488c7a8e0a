import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { nextTry } from './backoff.ts';
import { connect, type Ending } from './connection.ts';
import { type Described, describe } from './describe.ts';
import { type CatchUp, EMPTY, type Reading, type WireRequest } from './dialect.ts';
import type { RunningFeed } from './feed.ts';
import type { Inflow } from './inflow.ts';
import { fetchText } from './page.ts';
import { isSameServer } from './same-server.ts';

/** How long a server may be silent over its answer. */
const SILENCE_MS = 60_000;

const PORTION = 100;

/** It can't be had yet: why, and when it is asked for again (unix milliseconds). */
export type NotHad = { until: number; why: Described };

/**
 * Asks for what was missed, beside the open stream, until it has come and is stored: a failure is tried again, and until
 * then the cursor stays where it was. Never rejects; aborting `signal` ends it.
 * @param tell told of each failure, and null when all has come
 */
export async function catchUp(
  options: RunningFeed,
  how: CatchUp,
  inflow: Inflow,
  signal: AbortSignal,
  tell: (notHad: NotHad | null) => void,
): Promise<void> {
  const { journal, timing, random, clock } = options;
  for (let failures = 0; !signal.aborted; failures++) {
    const failure = await askOnce(options, how, inflow, signal);
    if (signal.aborted) return;
    if (failure === null) return tell(null);
    const why = describe(failure);
    journal('failed', ['missedNotHad', why.says], why.detail);
    const { delayMs } = nextTry(failure, { failures, resumable: true, periodMs: null }, timing, random);
    tell({ until: clock() + delayMs, why });
    await sleep(delayMs, undefined, { signal }).catch(() => {}); // aborted: the loop sees it
  }
}

/** @returns null when all has come and is stored, or what went wrong */
async function askOnce(
  options: RunningFeed,
  { request, readPage }: CatchUp,
  inflow: Inflow,
  signal: AbortSignal,
): Promise<Ending | null> {
  const { dialect, clock, fetch } = options;
  try {
    const { cursor, greetedAt } = options.memory();
    const position = { cursor, greetedAt };
    const first = request(position, clock());
    const stream = dialect.stream(position, clock()).url;
    if (readPage) {
      for (let next: WireRequest | null = first; next && !signal.aborted; ) {
        const page = await fetchText(fetch, withCredential(options, next, stream), signal, SILENCE_MS);
        if (typeof page !== 'string') return page;
        const reading = readPage(page, next, clock());
        for (const part of portions(reading)) {
          inflow.takeMissed(part, true);
          await setImmediate(); // a page may be of thousands, and the window has its turn too
          if (signal.aborted) return null;
        }
        next = reading.next;
      }
    } else {
      const ending = await readStream(options, withCredential(options, first, stream), inflow, signal);
      if (ending.kind !== 'ended') return ending;
    }
    if (!signal.aborted) inflow.caughtUp();
    return null;
  } catch (error) {
    return { kind: 'failed', error, livedMs: 0, retryMs: null };
  }
}

/** A page in parts that are stored at once each, the cursor with the last of them. */
function portions(page: Reading): Reading[] {
  const { drafts } = page;
  const part = (from: number) => ({ ...EMPTY, drafts: drafts.slice(from, from + PORTION) });
  const parts = Array.from({ length: Math.ceil(drafts.length / PORTION) }, (_, n) => part(n * PORTION));
  return [...parts.slice(0, -1), { ...page, drafts: parts.at(-1)?.drafts ?? [] }];
}

/** An event stream that ends. It may be out of order, so the cursor moves only when all of it is here. */
function readStream(
  { dialect, clock, fetch }: RunningFeed,
  request: WireRequest,
  inflow: Inflow,
  signal: AbortSignal,
): Promise<Ending> {
  return connect({
    ...request,
    fetch,
    headersMs: SILENCE_MS,
    eventNames: dialect.eventNames,
    onOpen: () => ({ stallMs: SILENCE_MS }),
    onEvent: (event) => inflow.takeMissed(dialect.read(event, clock()), false),
    onOversized: inflow.oversized,
    signal,
  });
}

/** A mapping may name a list on another server than the stream's, which is not the one that the credential was given for. */
function withCredential(
  { authorize }: RunningFeed,
  { url, headers }: WireRequest,
  stream: string,
): WireRequest {
  return { url, headers: isSameServer(url, stream) ? { ...headers, ...authorize() } : headers };
}
