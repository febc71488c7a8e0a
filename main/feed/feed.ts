import type { FeedState, Trouble } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Fetch } from '../host.ts';
import type { Arrival } from '../notice.ts';
import type { FeedMemory } from '../store/feeds.ts';
import type { JournalKind } from '../store/journal.ts';
import { type FeedTiming, nextTry, STALL_HEARTBEATS, TIMING } from './backoff.ts';
import { connect, type Ending } from './connection.ts';
import type { Dialect, Hello, Reading, StreamEvent } from './dialect.ts';
import { excerpt } from './dialect.ts';
import { describe } from './words.ts';

export type FeedOptions = {
  url: string;
  dialect: Dialect;
  fetch: Fetch;
  /** The headers that prove who we are, asked anew for every connection. */
  authorize: () => Record<string, string>;
  /** What is committed: read anew for every connection, so that a resume never passes what isn't stored. */
  memory: () => FeedMemory;
  /** Stores an event's notices with what to remember, in one transaction. Throws when it could not be stored. */
  commit: (arrival: Arrival, drafts: Reading['drafts'], memory: Partial<FeedMemory>) => void;
  onState: (state: FeedState) => void;
  /** Never throws. */
  journal: (kind: JournalKind, text: string, detail?: string | null) => void;
  clock: Clock;
  random?: () => number;
  timing?: FeedTiming;
};

export type Feed = {
  state: () => FeedState;
  /**
   * Try at once: the system woke, the network changed, a credential was changed, or the person asked.
   * @param evenIfOpen an open connection is given up too: after sleep it is most likely dead
   */
  nudge: (why: string, evenIfOpen: boolean) => void;
  stop: () => Promise<void>;
};

/**
 * Keeps one source connected for as long as Bellhop runs: connect, read, and when a connection ends, decide when
 * the next one starts. Never gives up.
 */
export function startFeed(options: FeedOptions): Feed {
  const { clock, onState, journal, timing = TIMING, random = Math.random } = options;
  let state: FeedState = { kind: 'connecting', since: clock(), why: null };
  let stopped = false;
  let interrupt = new AbortController();
  let trouble: Trouble | null = null;

  const setState = (next: FeedState) => {
    state = next;
    onState(next);
  };
  const onOpen = () => {
    trouble = null;
    setState({ kind: 'open', since: clock() });
    journal('connected', 'connected');
  };

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      setState({ kind: 'connecting', since: clock(), why: trouble });
      const lastGood = clock();
      const connection = runConnection(options, timing, interrupt.signal, onOpen);
      const { ending, resumable, periodMs, openMs } = await connection.catch(neverBegan);
      if (stopped) return;
      if (openMs >= timing.stableMs) failures = 0;
      const next = nextTry(ending, { failures, resumable, periodMs }, timing, random);
      if (ending.kind === 'closed') {
        failures = 0; // a nudge: at once
      } else if (next.kind === 'routine') {
        failures = 0;
        journal('ended', 'the server ended the connection, as it does now and then');
        await pause(next.delayMs, interrupt.signal);
      } else {
        failures += 1;
        trouble = { since: trouble?.since ?? (openMs > 0 ? clock() : lastGood), ...describe(ending) };
        journal(next.kind === 'stopped' ? 'stopped' : 'failed', trouble.text, trouble.detail);
        setState({
          kind: next.kind === 'stopped' ? 'stopped' : 'waiting',
          until: clock() + next.delayMs,
          why: trouble,
        });
        await pause(next.delayMs, interrupt.signal);
      }
      if (interrupt.signal.aborted) interrupt = new AbortController();
    }
  }

  const running = run();
  return {
    state: () => state,
    nudge(why, evenIfOpen) {
      if (state.kind === 'open' && !evenIfOpen) return;
      journal('woke', why);
      interrupt.abort();
    },
    async stop() {
      stopped = true;
      interrupt.abort();
      await running;
    },
  };
}

type ConnectionResult = { ending: Ending; resumable: boolean; periodMs: number | null; openMs: number };

/** Not even the position could be read, or there is no such address: a failure like any other. */
function neverBegan(error: unknown): ConnectionResult {
  const ending: Ending = { kind: 'failed', error, livedMs: 0, retryMs: null };
  return { ending, resumable: false, periodMs: null, openMs: 0 };
}

/** One connection: what was committed decides where it starts; what it brings is committed before it goes on. */
async function runConnection(
  options: FeedOptions,
  timing: FeedTiming,
  signal: AbortSignal,
  onOpen: () => void,
): Promise<ConnectionResult> {
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
    commit(arrival, reading.drafts, reading.cursor === null ? {} : { cursor: reading.cursor });
    if (arrival !== 'live') missed += reading.drafts.length;
  };

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
      onOpen();
      return { stallMs: stallMs(hello.heartbeatMs, timing) };
    },
    onEvent,
    onOversized: (start) => journal('oversized', 'an event over 1 MiB was left out', excerpt(start)),
    signal,
  });
  if (ending.kind === 'ended' && !hello.resumable && ending.livedMs > timing.routineMs) {
    learnPeriod(options, ending.livedMs);
  }
  const openMs = openedAt === null ? 0 : performance.now() - openedAt;
  return { ending, resumable: hello.resumable, periodMs: memory.periodMs, openMs };
}

/** What is learned may be lost, and is then learned again: no reason to fail. */
function learnPeriod({ commit, journal }: FeedOptions, livedMs: number): void {
  try {
    commit('live', [], { periodMs: Math.round(livedMs) });
  } catch (error) {
    journal('problem', 'could not keep how long the server holds a connection', String(error));
  }
}

function stallMs(heartbeatMs: number | null, timing: FeedTiming): number {
  return heartbeatMs === null ? timing.headersMs : heartbeatMs * STALL_HEARTBEATS;
}

/** Waits; ends early, without an error, when the signal is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
