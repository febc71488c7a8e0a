import type { FeedMemory } from '../store/feeds.ts';
import { type FeedTiming, STALL_HEARTBEATS, SUCCESSOR_AT } from './backoff.ts';
import { catchUp, type NotHad } from './catch-up.ts';
import { connect, type Ending } from './connection.ts';
import type { Hello } from './dialect.ts';
import type { RunningFeed } from './feed.ts';
import { gapBefore, gapOfBroken } from './gap.ts';
import { equalsCounter } from './identity.ts';
import { createInflow } from './inflow.ts';

/** One connection of a feed, from the committed position to its ending. */
export type Attempt = {
  /** Never rejects. */
  over: Promise<AttemptResult>;
  /** It is time to open the next connection beside this one. */
  successorDue: Promise<SuccessorDue>;
  /** @param overdue it should have ended, or brought something, by itself: it may be dead, and what was sent on it lost */
  close: (overdue?: boolean) => void;
  /** When something last came, on the clock of `performance.now()`; null: nothing yet. */
  lifeAt: () => number | null;
};

/**
 * `schedule`: the server can't resume, and will end this connection soon. `silence`: it doesn't tell its heartbeat and has
 * been silent for long; whether it is still there, a second connection will tell.
 */
export type SuccessorDue = { kind: 'successor due'; why: 'schedule' | 'silence' };

export type AttemptResult = {
  kind: 'over';
  ending: Ending;
  resumable: boolean;
  periodMs: number | null;
  openMs: number;
  overdue: boolean;
  /** Its last sign of life, unix milliseconds. */
  aliveAt: number | null;
};

/** So often what shows that the connection lives is kept, beside each commit. */
const KEEP_ALIVE_MS = 60_000;

/**
 * Starts it; aborting `signal` closes it.
 * @param predecessor another connection of the feed, which still reads: nothing is missed in between, unless it breaks
 * @param onOpen runs when the server has answered with a stream; `resumable`: nothing was lost before
 * @param onNews runs when something new has come live
 * @param onMissed told when what was missed can't be had yet, and null when it has come
 */
export function startAttempt(
  options: RunningFeed,
  signal: AbortSignal,
  predecessor: Attempt | null,
  listeners: Pick<Listeners, 'onOpen' | 'onNews' | 'onMissed'>,
): Attempt {
  const own = new AbortController();
  let overdue = false;
  let lifeAt: number | null = null;
  const abort = () => own.abort();
  const close = (isOverdue = false) => {
    overdue = isOverdue;
    abort();
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  let isDue = (_: SuccessorDue) => {};
  const successorDue = new Promise<SuccessorDue>((resolve) => {
    isDue = resolve;
  });
  const onSuccessorDue = (why: SuccessorDue['why']) => isDue({ kind: 'successor due', why });
  const onLife = () => {
    lifeAt = performance.now();
  };
  const over = runConnection(options, own, predecessor, { ...listeners, onLife, onSuccessorDue })
    .catch(neverBegan)
    .then((result) => ({ ...result, overdue }))
    .finally(() => signal.removeEventListener('abort', abort));
  return { over, successorDue, close, lifeAt: () => lifeAt };
}

/** Not even the position could be read, or there is no such address: a failure like any other. */
function neverBegan(error: unknown): Ended {
  const ending: Ending = { kind: 'failed', error, livedMs: 0, retryMs: null };
  return { kind: 'over', ending, resumable: false, periodMs: null, openMs: 0, aliveAt: null };
}

type Ended = Omit<AttemptResult, 'overdue'>;

type Listeners = {
  onOpen: (resumable: boolean) => void;
  onNews: () => void;
  onMissed: (notHad: NotHad | null) => void;
  onLife: () => void;
  onSuccessorDue: (why: SuccessorDue['why']) => void;
};

/** One connection: what was committed decides where it starts; what it brings is committed before it goes on. */
async function runConnection(
  options: RunningFeed,
  close: AbortController,
  predecessor: Attempt | null,
  { onOpen, onNews, onMissed, onLife, onSuccessorDue }: Listeners,
): Promise<Ended> {
  const { dialect, clock, journal, timing } = options;
  const memory = options.memory();
  const { cursor, greetedAt, heartbeatMs, periodMs } = memory;
  const position = { cursor, greetedAt };
  const startedAt = clock();
  const request = dialect.stream(position, startedAt);
  let hello: Hello = { resumable: heartbeatMs !== null, heartbeatMs, live: 'at-once', loss: null };
  let openedAt: number | null = null;
  let failure: { error: unknown } | null = null;
  const inflow = createInflow(options, memory, onNews, (error) => {
    failure ??= { error };
    close.abort();
  });
  const tell = (gap: ReturnType<typeof gapBefore>) => {
    if (gap) journal('gap', gap.why, null, { from: gap.from, to: gap.to });
  };
  const onAsked = (notHad: NotHad | null) => {
    onMissed(notHad);
    // How long the server keeps what it sent may have been told only now, by what was left of it.
    const keptForMs = inflow.keptForMs();
    if (notHad === null && memory.keptForMs === null && !predecessor) {
      tell(gapBefore({ ...memory, keptForMs }, hello, startedAt));
    }
  };
  const alive = keepAlive(options, inflow.isBehind);
  const numbered = equalsCounter();
  const beside = new AbortController(); // ends the catch-up with the connection
  let catchingUp: Promise<void> | undefined;

  // Only where nothing can be asked for again is a period learned, and the overlap needed.
  const schedule =
    periodMs === null ? undefined : setTimeout(() => onSuccessorDue('schedule'), periodMs * SUCCESSOR_AT);
  let silence: NodeJS.Timeout | undefined;

  const ended = await connect({
    url: request.url,
    headers: { ...request.headers, ...options.authorize() },
    fetch: options.fetch,
    headersMs: stallMs(heartbeatMs, timing),
    eventNames: dialect.eventNames,
    onOpen(headers) {
      hello = dialect.hello(headers, position);
      openedAt = performance.now();
      alive.sign();
      if (hello.resumable) clearTimeout(schedule);
      if (predecessor) void predecessor.over.then((its) => tell(gapOfBroken(its, hello, startedAt)));
      else tell(gapBefore(memory, hello, startedAt));
      if (hello.heartbeatMs !== heartbeatMs) remember(options, { heartbeatMs: hello.heartbeatMs });
      inflow.open(hello, dialect.catchUp !== undefined);
      if (dialect.catchUp) catchingUp = catchUp(options, dialect.catchUp, inflow, beside.signal, onAsked);
      onOpen(hello.resumable);
      if (hello.heartbeatMs !== null) return { stallMs: stallMs(hello.heartbeatMs, timing) };
      silence = setTimeout(() => onSuccessorDue('silence'), timing.headersMs);
      return { stallMs: 2 * timing.headersMs };
    },
    onBytes() {
      alive.sign();
      onLife();
      silence?.refresh();
    },
    onEvent(event) {
      const now = clock();
      inflow.takeLive(dialect.read(numbered(event, now), now));
    },
    onOversized: inflow.oversized,
    signal: close.signal,
  });
  clearTimeout(schedule);
  clearTimeout(silence);
  beside.abort();
  await catchingUp;
  inflow.close();
  if (ended.kind === 'ended') alive.sign();
  const aliveAt = alive.stop();

  const ending: Ending =
    failure === null ? ended : { ...ended, kind: 'failed', ...(failure as { error: unknown }) };
  if (ending.kind === 'ended' && !hello.resumable && ending.livedMs > timing.routineMs) {
    remember(options, { periodMs: Math.round(ending.livedMs) });
  }
  const openMs = openedAt === null ? 0 : performance.now() - openedAt;
  return { kind: 'over', ending, resumable: hello.resumable, periodMs, openMs, aliveAt };
}

/**
 * Keeps when the connection last gave a sign of life, now and then and at its end: a gap begins there. Not while what was
 * missed before is still to come: it may never.
 */
function keepAlive(options: RunningFeed, isBehind: () => boolean) {
  let aliveAt: number | null = null;
  let kept: number | null = null;
  const keep = () => {
    if (aliveAt === kept || isBehind()) return;
    remember(options, { aliveAt });
    kept = aliveAt;
  };
  const timer = setInterval(keep, KEEP_ALIVE_MS);
  return {
    sign() {
      aliveAt = options.clock();
    },
    stop() {
      clearInterval(timer);
      keep();
      return aliveAt;
    },
  };
}

/** What is learned about the server. It may be lost, and is then learned again: no reason to fail. */
export function remember({ commit, journal }: RunningFeed, memory: Partial<FeedMemory>): void {
  try {
    commit({ arrival: 'live', drafts: [], retractions: [], memory });
  } catch (error) {
    journal('problem', ['notLearned'], String(error));
  }
}

function stallMs(heartbeatMs: number | null, timing: FeedTiming): number {
  return heartbeatMs === null ? timing.headersMs : heartbeatMs * STALL_HEARTBEATS;
}
