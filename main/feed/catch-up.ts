import { setTimeout as sleep } from 'node:timers/promises';
import { jitteredMs } from './backoff.ts';
import { connect, type Ending } from './connection.ts';
import type { CatchUp, WireRequest } from './dialect.ts';
import type { RunningFeed } from './feed.ts';
import type { Inflow } from './inflow.ts';
import { fetchText } from './page.ts';
import { describe } from './words.ts';

/** How long a server may be silent over its answer. */
const SILENCE_MS = 60_000;

/**
 * Asks for what was missed, beside the open stream, until it has come: a failure is tried again, and until then the cursor
 * stays where it was. Never rejects; aborting `signal` ends it.
 */
export async function catchUp(
  options: RunningFeed,
  how: CatchUp,
  inflow: Inflow,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const failure = await askOnce(options, how, inflow, signal);
    if (signal.aborted) return;
    if (failure === null) return inflow.caughtUp();
    const { text, detail } = describe(failure);
    options.journal('failed', `asked for what was missed, it ${text}`, detail);
    const delay = jitteredMs(failures, options.timing.baseMs, options.timing, options.random);
    await sleep(delay, undefined, { signal }).catch(() => {}); // aborted: the loop sees it
  }
}

/** @returns null when all has come, or what went wrong */
async function askOnce(
  options: RunningFeed,
  { request, readPage }: CatchUp,
  inflow: Inflow,
  signal: AbortSignal,
): Promise<Ending | null> {
  const { cursor, greetedAt } = options.memory();
  const first = request({ cursor, greetedAt }, options.clock());
  try {
    if (!readPage) return await readStream(options, first, inflow, signal);
    for (let next: WireRequest | null = first; next && !signal.aborted; ) {
      const page = await fetchText(options.fetch, withCredential(options, next), signal, SILENCE_MS);
      if (typeof page !== 'string') return page;
      const reading = readPage(page, next, options.clock());
      inflow.takeMissed(reading, true);
      next = reading.next;
    }
    return null;
  } catch (error) {
    return { kind: 'failed', error, livedMs: 0, retryMs: null };
  }
}

/** An event stream that ends. It may be out of order, so the cursor moves only when all of it is here. */
async function readStream(
  options: RunningFeed,
  request: WireRequest,
  inflow: Inflow,
  signal: AbortSignal,
): Promise<Ending | null> {
  const { dialect, clock, fetch } = options;
  const ending = await connect({
    ...withCredential(options, request),
    fetch,
    headersMs: SILENCE_MS,
    eventNames: dialect.eventNames,
    onOpen: () => ({ stallMs: SILENCE_MS }),
    onEvent: (event) => inflow.takeMissed(dialect.read(event, clock()), false),
    onOversized: inflow.oversized,
    signal,
  });
  return ending.kind === 'ended' ? null : ending;
}

const withCredential = ({ authorize }: RunningFeed, { url, headers }: WireRequest): WireRequest => ({
  url,
  headers: { ...headers, ...authorize() },
});
