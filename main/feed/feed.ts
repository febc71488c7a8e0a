import type { FeedState, Trouble } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Fetch } from '../host.ts';
import type { Arrival } from '../notice.ts';
import type { FeedMemory } from '../store/feeds.ts';
import type { JournalKind } from '../store/journal.ts';
import { type Attempt, keepPeriod, startAttempt } from './attempt.ts';
import { type FeedTiming, nextTry, TIMING } from './backoff.ts';
import type { Dialect, Reading } from './dialect.ts';
import { describe } from './words.ts';

export type FeedOptions = {
  url: string;
  dialect: Dialect;
  fetch: Fetch;
  /** The headers that prove who we are, asked anew for every connection. */
  authorize: () => Record<string, string>;
  /** What is committed: read anew for every connection, so that a resume never passes what isn't stored. */
  memory: () => FeedMemory;
  /**
   * Stores an event's notices with what to remember, in one transaction, and tells how many were new. Throws when it
   * could not be stored.
   */
  commit: (arrival: Arrival, drafts: Reading['drafts'], memory: Partial<FeedMemory>) => number;
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
  let predecessor: Attempt | null = null;

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
    let succeeding = false;
    while (!stopped) {
      if (!succeeding) setState({ kind: 'connecting', since: clock(), why: trouble });
      const lastGood = clock();
      const attempt = startAttempt(options, timing, interrupt.signal, onOpen);
      let result = await Promise.race([attempt.over, attempt.successorDue]);
      if (result === 'successor due' && predecessor) {
        // It should have ended by now: the server holds connections for longer than was learned.
        predecessor.close();
        keepPeriod(options, null);
        result = await attempt.over;
      }
      succeeding = result === 'successor due';
      if (result === 'successor due') {
        // Make before break: it reads on beside its successor until the server ends it.
        predecessor = attempt;
        void attempt.over.then(() => {
          if (predecessor === attempt) predecessor = null;
        });
        continue;
      }
      const { ending, resumable, periodMs, openMs } = result;
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
      await predecessor?.over;
    },
  };
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
