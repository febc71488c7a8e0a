import type { Clock } from '../clock.ts';
import type { Fetch } from '../host.ts';
import type { FeedMemory } from '../store/feeds.ts';
import type { Intake } from '../store/intake.ts';
import type { JournalKind, Span } from '../store/journal.ts';
import type { Message } from '../words/message.ts';
import { type Attempt, remember, startAttempt } from './attempt.ts';
import { type FeedTiming, nextTry, TIMING } from './backoff.ts';
import type { NotHad } from './catch-up.ts';
import { type Access, describe } from './describe.ts';
import { type Dialect, TWIN_MS } from './dialect.ts';
import type { FeedState, Missing, Trouble } from './state.ts';

export type FeedOptions = {
  dialect: Dialect;
  fetch: Fetch;
  /** The headers that prove who we are, asked anew for every connection. */
  authorize: () => Record<string, string>;
  /** How it does, for the words of a refusal. */
  access?: () => Access;
  /** What is committed: read anew for every connection, so that a resume never passes what isn't stored. */
  memory: () => FeedMemory;
  /** Stores all of it in one transaction, and tells how many notices were new. Throws when it could not be stored. */
  commit: (intake: Omit<Intake, 'source'>) => number;
  onState: (state: FeedState) => void;
  /** Never throws. */
  journal: (kind: JournalKind, says: Message, detail?: string | null, span?: Span) => void;
  clock: Clock;
  random?: () => number;
  timing?: FeedTiming;
};
export type RunningFeed = Required<FeedOptions>;

export type Feed = {
  state: () => FeedState;
  /**
   * Try at once: the system woke, the network changed, a credential was changed, or the person asked.
   * @param evenIfOpen an open connection is given up too: after sleep it is most likely dead
   */
  nudge: (why: Message, evenIfOpen: boolean) => void;
  stop: () => Promise<void>;
};

/**
 * Keeps one source connected for as long as Bellhop runs: connect, read, and when a connection ends, decide when
 * the next one starts. Never gives up.
 */
export function startFeed(given: FeedOptions): Feed {
  const options: RunningFeed = {
    timing: TIMING,
    random: Math.random,
    access: () => 'credential',
    ...given,
  };
  const { clock, onState, journal, timing, random } = options;
  let state: FeedState = { kind: 'connecting', since: clock(), why: null };
  let stopped = false;
  let interrupt = new AbortController();
  let trouble: Trouble | null = null;
  /** Stays over connections, until what was missed is here. */
  let missing: Missing | null = null;
  /**
   * Make before break: it reads on beside its successor, which `isFollowed` says has opened. `isSilent`: whether it is still
   * there, is what the successor is for.
   */
  let predecessor: { attempt: Attempt; isSilent: boolean; isFollowed: boolean } | null = null;

  const setState = (next: FeedState) => {
    state = next;
    onState(next);
  };
  const tellConnecting = () => {
    if (predecessor || state.kind === 'connecting') return;
    setState({ kind: 'connecting', since: clock(), why: trouble });
  };
  const onOpen = (resumable: boolean) => {
    trouble = null;
    if (predecessor) {
      predecessor.isFollowed = true;
      if (predecessor.isSilent && resumable) predecessor.attempt.close();
      return; // it was connected all the while
    }
    setOpen(clock());
    journal('connected', ['isConnected']);
  };
  /** What comes on one of two connections comes on the other too: where it doesn't, that one is dead. */
  const onNews = () => {
    if (!predecessor?.isSilent || !predecessor.isFollowed) return;
    const { attempt } = predecessor;
    const twinMs = Math.min(TWIN_MS, timing.headersMs / 4);
    const since = performance.now() - twinMs;
    setTimeout(() => attempt.close((attempt.lifeAt() ?? since) <= since), twinMs).unref();
  };
  const setOpen = (since: number) => setState({ kind: 'open', since, ...(missing && { missing }) });
  const onMissed = (notHad: NotHad | null) => {
    if (notHad === null && missing === null) return;
    const since = missing?.why.since ?? clock();
    missing = notHad && { until: notHad.until, why: { since, ...notHad.why } };
    if (state.kind === 'open') setOpen(state.since);
  };
  const keepReading = (attempt: Attempt, isSilent: boolean) => {
    predecessor?.attempt.close();
    predecessor = { attempt, isSilent, isFollowed: false };
    void attempt.over.then(() => {
      if (predecessor?.attempt === attempt) predecessor = null;
    });
  };

  async function run(): Promise<void> {
    let failures = 0;
    setState(state);
    while (!stopped) {
      tellConnecting();
      const lastGood = clock();
      const listeners = { onOpen, onNews, onMissed };
      const attempt = startAttempt(options, interrupt.signal, predecessor?.attempt ?? null, listeners);
      let result = await Promise.race([attempt.over, attempt.successorDue]);
      if (result.kind === 'successor due' && result.why === 'schedule' && predecessor) {
        // It should have ended by now: the server holds connections for longer than was learned, or it is dead.
        predecessor.attempt.close(true);
        remember(options, { periodMs: null });
        result = await attempt.over;
      }
      if (result.kind === 'successor due') {
        keepReading(attempt, result.why === 'silence');
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
        journal('ended', ['endedAsUsual']);
        tellConnecting();
        await pause(next.delayMs, interrupt.signal);
      } else {
        failures += 1;
        const described = describe(ending, options.access());
        const { says, detail } = described;
        journal(next.kind === 'stopped' ? 'stopped' : 'failed', ['serverFailed', says], detail);
        trouble = { since: trouble?.since ?? (openMs > 0 ? clock() : lastGood), ...described };
        const kind = next.kind === 'stopped' ? 'stopped' : 'waiting';
        if (!predecessor) setState({ kind, until: clock() + next.delayMs, why: trouble });
        await pause(next.delayMs, interrupt.signal, predecessor?.attempt.over);
      }
      if (interrupt.signal.aborted) {
        interrupt = new AbortController();
        failures = 0; // what failed before says nothing about now
      }
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
      await predecessor?.attempt.over;
    },
  };
}

/** Waits; ends early, without an error, when the signal is aborted or `until` is over. */
function pause(ms: number, signal: AbortSignal, until?: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    void until?.then(done);
  });
}
