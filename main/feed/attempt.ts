import type { Arrival } from '../notice.ts';
import { type FeedTiming, STALL_HEARTBEATS, SUCCESSOR_AT } from './backoff.ts';
import { connect, type Ending } from './connection.ts';
import { excerpt, type Hello, type StreamEvent } from './dialect.ts';
import type { FeedOptions } from './feed.ts';

/** One connection of a feed, from the committed position to its ending. */
export type Attempt = {
  /** Never rejects. */
  over: Promise<AttemptResult>;
  /** The server can't resume and will end this connection soon: it is time to open the next one beside it. */
  successorDue: Promise<'successor due'>;
  close: () => void;
};

export type AttemptResult = {
  ending: Ending;
  resumable: boolean;
  periodMs: number | null;
  openMs: number;
};

/** Starts it; aborting `signal` closes it. `onOpen` runs when the server has answered with a stream. */
export function startAttempt(
  options: FeedOptions,
  timing: FeedTiming,
  signal: AbortSignal,
  onOpen: () => void,
): Attempt {
  const own = new AbortController();
  const close = () => own.abort();
  if (signal.aborted) close();
  signal.addEventListener('abort', close);
  let isDue = (_: 'successor due') => {};
  const successorDue = new Promise<'successor due'>((resolve) => {
    isDue = resolve;
  });
  const over = runConnection(options, timing, own.signal, onOpen, () => isDue('successor due'))
    .catch(neverBegan)
    .finally(() => signal.removeEventListener('abort', close));
  return { over, successorDue, close };
}

/** Not even the position could be read, or there is no such address: a failure like any other. */
function neverBegan(error: unknown): AttemptResult {
  const ending: Ending = { kind: 'failed', error, livedMs: 0, retryMs: null };
  return { ending, resumable: false, periodMs: null, openMs: 0 };
}

/** One connection: what was committed decides where it starts; what it brings is committed before it goes on. */
async function runConnection(
  options: FeedOptions,
  timing: FeedTiming,
  signal: AbortSignal,
  onOpen: () => void,
  onSuccessorDue: () => void,
): Promise<AttemptResult> {
  const { dialect, commit, journal } = options;
  const memory = options.memory();
  const position = { cursor: memory.cursor, greeted: memory.greetedAt !== null };
  const request = dialect.request(options.url, position, options.clock());
  let arrival: Arrival = position.greeted ? 'catch-up' : 'first';
  let hello: Hello = { resumable: memory.heartbeatMs !== null, heartbeatMs: memory.heartbeatMs };
  let openedAt: number | null = null;
  let missed = 0;

  const goLive = (cursor: string | null) => {
    const greeting = position.greeted ? {} : { greetedAt: options.clock() };
    commit(arrival, [], { ...greeting, ...(cursor === null ? {} : { cursor }) });
    if (missed > 0) journal('caught-up', `caught up: ${missed} new`);
    arrival = 'live';
  };

  const onEvent = (event: StreamEvent) => {
    const reading = dialect.read(event);
    for (const bad of reading.unreadable) journal('unreadable', bad.text, bad.excerpt);
    if (reading.caughtUp) return goLive(reading.cursor);
    const stored = commit(arrival, reading.drafts, reading.cursor === null ? {} : { cursor: reading.cursor });
    if (arrival !== 'live') missed += stored;
  };

  // Only where nothing can be asked for again is the overlap needed.
  const successorInMs =
    memory.heartbeatMs === null && memory.periodMs !== null ? memory.periodMs * SUCCESSOR_AT : null;
  const successorTimer = successorInMs === null ? undefined : setTimeout(onSuccessorDue, successorInMs);

  const ending = await connect({
    url: request.url,
    headers: { ...request.headers, ...options.authorize() },
    fetch: options.fetch,
    headersMs: stallMs(hello.heartbeatMs, timing),
    eventNames: dialect.eventNames,
    onOpen(headers) {
      hello = dialect.hello(headers);
      openedAt = performance.now();
      if (hello.heartbeatMs !== memory.heartbeatMs) commit(arrival, [], { heartbeatMs: hello.heartbeatMs });
      // A server that can't resume has no history to send either: all it sends is live.
      if (!hello.resumable) goLive(null);
      else clearTimeout(successorTimer);
      onOpen();
      return { stallMs: stallMs(hello.heartbeatMs, timing) };
    },
    onEvent,
    onOversized: (start) => journal('oversized', 'an event over 1 MiB was left out', excerpt(start)),
    signal,
  });
  clearTimeout(successorTimer);
  if (ending.kind === 'ended' && !hello.resumable && ending.livedMs > timing.routineMs) {
    keepPeriod(options, Math.round(ending.livedMs));
  }
  const openMs = openedAt === null ? 0 : performance.now() - openedAt;
  return { ending, resumable: hello.resumable, periodMs: memory.periodMs, openMs };
}

/**
 * Keeps how long the server holds a connection (null: not known). It may be lost, and is then learned again: no reason
 * to fail.
 */
export function keepPeriod({ commit, journal }: FeedOptions, periodMs: number | null): void {
  try {
    commit('live', [], { periodMs });
  } catch (error) {
    journal('problem', 'could not keep how long the server holds a connection', String(error));
  }
}

function stallMs(heartbeatMs: number | null, timing: FeedTiming): number {
  return heartbeatMs === null ? timing.headersMs : heartbeatMs * STALL_HEARTBEATS;
}
