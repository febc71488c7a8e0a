import type { Arrival, Draft } from '../notice.ts';
import type { FeedMemory } from '../store/feeds.ts';
import type { Message } from '../words/message.ts';
import { createBatch, type Portion } from './batch.ts';
import { createBurst } from './burst.ts';
import { excerpt, FIRST_IMPORT_MS, type Hello, type Reading } from './dialect.ts';
import type { RunningFeed } from './feed.ts';
import { createMeanwhile } from './meanwhile.ts';

/** Where the server doesn't say that it is through with what was missed, a silence of this length does… */
const QUIET_MS = 1_000;
/** …or this much time: some are never silent. */
const QUIET_MAX_MS = 10_000;
/** A stream of rubbish must not fill the journal: of one connection so many are told each, the others counted. */
const MAX_TOLD = 20;

export type Inflow = {
  /** The server has answered. @param catchUp what was missed is asked for beside the stream */
  open: (hello: Hello, catchUp: boolean) => void;
  /** An event of the stream. */
  takeLive: (reading: Reading) => void;
  /** A part of the catch-up. @param inOrder nothing older comes after it: the cursor may move with it */
  takeMissed: (reading: Reading, inOrder: boolean) => void;
  /** The catch-up is through. Throws when that can't be stored: it has to be asked for again. */
  caughtUp: () => void;
  /** What was missed is asked for beside the stream and not all here yet. */
  isBehind: () => boolean;
  /** How long the server keeps what it sent, where this connection has told; milliseconds. */
  keptForMs: () => number | null;
  /** An event was dropped for its size; `start` is how it began. */
  oversized: (start: string) => void;
  /** The connection is over: stores what still waits, and counts what could not be read. Never throws. */
  close: () => void;
};

/**
 * What one connection brings, on its way to the store: news at once, what was missed in batches, and the cursor never
 * ahead of either.
 * @param onNews runs when something new has come live and is stored
 * @param fail told when what waited can't be stored; what is taken directly throws instead
 */
export function createInflow(
  options: RunningFeed,
  { greetedAt, aliveAt }: Pick<FeedMemory, 'greetedAt' | 'aliveAt'>,
  onNews: () => void,
  fail: (error: unknown) => void,
): Inflow {
  const { clock, commit, journal } = options;
  const history: Arrival = greetedAt === null ? 'first' : 'catch-up';
  let live = false;
  /** While a catch-up runs beside the stream, neither moves the cursor past what the other may still bring. */
  let catchingUp = false;
  const meanwhile = createMeanwhile();
  let missedCursor: string | null = null;
  const burst = createBurst(clock);
  let missed = 0;
  let leftOut = 0;
  let quietTimer: NodeJS.Timeout | undefined;
  let openedAt: number | null = null;

  let stored: Partial<FeedMemory> = {};
  const store = (arrival: Arrival, { drafts, retractions, memory }: Portion): number => {
    // As long as what was missed isn't here, a gap may still begin where it did.
    const alive = catchingUp ? {} : { aliveAt: clock() };
    const count = commit({ arrival, drafts, retractions, memory: { ...alive, ...memory } });
    stored = { ...stored, ...memory };
    return count;
  };
  const storeMissed = (portion: Portion): void => {
    const { drafts } = portion;
    // A first catch-up that never came to its end: what was made since that connection was missed.
    const isNews = ({ createdAt }: Draft) =>
      greetedAt === null && aliveAt !== null && (createdAt ?? 0) > aliveAt;
    const old = drafts.filter((draft) => !isNews(draft));
    if (old.length === drafts.length) {
      missed += store(history, portion);
      return;
    }
    missed += store(history, { ...NOTHING, drafts: old });
    missed += store('catch-up', { ...portion, drafts: drafts.filter(isNews) });
  };
  const waiting = createBatch(storeMissed, fail);

  const complain = (kind: 'unreadable' | 'oversized', says: Message, excerpt: string): void => {
    leftOut += 1;
    if (leftOut <= MAX_TOLD) journal(kind, says, excerpt);
  };
  const complainOf = (reading: Reading): void => {
    for (const { says, excerpt } of reading.unreadable) complain('unreadable', says, excerpt);
  };

  const goLive = (cursor: string | null): void => {
    clearTimeout(quietTimer);
    quietTimer = undefined;
    waiting.flush();
    live = true;
    const now = clock();
    const greeting = greetedAt === null ? { greetedAt: now } : {};
    const memory = { ...greeting, aliveAt: now, ...cursorPart(cursor) };
    store(history, { ...NOTHING, memory });
    if (missed > 0) journal('caught-up', ['caughtUp', missed]);
  };

  const safely = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      fail(error);
    }
  };
  const expectQuiet = (): void => {
    clearTimeout(quietTimer);
    openedAt ??= performance.now();
    const waitMs = Math.min(QUIET_MS, Math.max(0, openedAt + QUIET_MAX_MS - performance.now()));
    quietTimer = setTimeout(() => safely(() => goLive(null)), waitMs);
  };
  const takeNews = (portion: Portion): void => {
    const { history: old, news } = burst.split(portion.drafts);
    const kept = withinImport({ ...NOTHING, drafts: old }, 'first', clock());
    if (kept.drafts.length > 0) store('first', kept);
    const rest = { ...portion, drafts: news };
    if (!isStored(rest, stored) && store('live', rest) > 0) onNews();
  };

  return {
    open(hello, catchUp) {
      catchingUp = catchUp;
      if (hello.sendsKept && greetedAt === null) burst.begin();
      if (catchUp && greetedAt === null && aliveAt === null)
        store('first', { ...NOTHING, memory: { aliveAt: clock() } });
      if (catchUp) live = true;
      else if (hello.live === 'at-once') goLive(null);
      else if (hello.live === 'when-quiet') expectQuiet();
    },
    takeLive(reading) {
      complainOf(reading);
      const portion = toPortion(reading, !catchingUp);
      if (live) {
        takeNews(portion);
        if (catchingUp) meanwhile.add(reading); // not before it is stored: what can't be must not be passed over
        return;
      }
      waiting.add(withinImport(portion, history, clock()));
      if (reading.caughtUp) goLive(reading.cursor);
      else if (quietTimer) expectQuiet();
    },
    takeMissed(reading, inOrder) {
      complainOf(reading);
      missedCursor = reading.cursor ?? missedCursor;
      const portion = toPortion(reading, inOrder);
      const drafts = portion.drafts.filter((draft) => !meanwhile.isOutdated(draft));
      waiting.add(withinImport({ ...portion, drafts }, history, clock()));
      if (inOrder) waiting.flush(); // should the next part fail, it is asked for from here
    },
    caughtUp() {
      const retractions = meanwhile.takenBack();
      if (retractions.length > 0) waiting.add({ ...NOTHING, retractions });
      goLive(meanwhile.cursor() ?? missedCursor);
      catchingUp = false;
    },
    isBehind: () => catchingUp,
    keptForMs: () => stored.keptForMs ?? null,
    oversized: (start) => complain('oversized', ['tooLarge'], excerpt(start)),
    close() {
      clearTimeout(quietTimer);
      safely(waiting.flush);
      if (leftOut > MAX_TOLD) journal('unreadable', ['moreUnreadable', leftOut - MAX_TOLD]);
    },
  };
}

const NOTHING: Portion = { drafts: [], retractions: [], memory: {} };

function toPortion({ drafts, retractions, cursor, keptForMs }: Reading, moveCursor: boolean): Portion {
  const memory = { ...cursorPart(moveCursor ? cursor : null), ...(keptForMs === null ? {} : { keptForMs }) };
  return { drafts, retractions, memory };
}

const cursorPart = (cursor: string | null) => (cursor === null ? {} : { cursor });

/** Servers repeat an id, and an event that brings nothing must not cost a transaction. */
const isStored = ({ drafts, retractions, memory }: Portion, stored: Partial<FeedMemory>) =>
  drafts.length + retractions.length === 0 &&
  (Object.keys(memory) as (keyof FeedMemory)[]).every((part) => memory[part] === stored[part]);

/** The first connection leaves out what is older than its import goes back. */
function withinImport(portion: Portion, arrival: Arrival, now: number): Portion {
  if (arrival !== 'first') return portion;
  const drafts = portion.drafts.filter(({ createdAt }) => (createdAt ?? now) >= now - FIRST_IMPORT_MS);
  return { ...portion, drafts };
}
