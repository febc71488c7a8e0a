import type { Diagnosis, DiagnosisStep } from '../../preload/contract.ts';
import { dialects } from '../feed/dialects.ts';
import type { Feeds } from '../feed/feeds.ts';
import type { FeedState } from '../feed/state.ts';
import type { Host } from '../host.ts';
import type { RequestParts } from '../inbox/handlers.ts';
import { policyAt } from '../policy/laid-down.ts';
import { accessOf, authorizationHeaders, type Credentials } from '../settings/credentials.ts';
import type { Source } from '../settings/schema.ts';
import { readFeedMemory } from '../store/feeds.ts';
import { readJournal } from '../store/journal.ts';
import { lastToast } from '../store/toasts.ts';
import { en } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import { readConnection } from './connection-steps.ts';
import { takesConnections } from './listening.ts';
import { skipped } from './step.ts';
import { checkStore } from './store-step.ts';
import { checkToasts } from './toast-step.ts';
import { tryStream } from './try-stream.ts';

export type DoctorParts = Pick<RequestParts, 'db' | 'clock' | 'settings'> & {
  host: Pick<Host, 'fetch' | 'toastService'>;
  credentials: Pick<Credentials, 'get'>;
  feeds: Pick<Feeds, 'state'>;
};

/** A person waits for this. */
export const DIAGNOSIS_MS = 10_000;
/** As the feed journals it. */
const SILENT = en.messages.silent;
const LISTENING_MS = 3_000;
/** So many sources are looked at together. */
const TOGETHER = 8;
const DAY_MS = 24 * 60 * 60_000;
/** As many of the newest lines as a source with daily trouble writes. */
const JOURNAL_LINES = 500;

/**
 * Walks from the server to the toast for each of the sources and says what works and what doesn't. Connects by itself,
 * with the source's own credential, and stores nothing.
 * @param limitMs how long a server may take
 */
export async function diagnose(
  words: Words,
  parts: DoctorParts,
  sources: Source[],
  limitMs = DIAGNOSIS_MS,
): Promise<Diagnosis[]> {
  const store = checkStore(words, parts.db);
  return mapTogether(sources, async (source) => {
    const connection = source.enabled
      ? await connectionSteps(words, parts, source, limitMs)
      : turnedOff(words);
    return {
      source: source.id,
      name: source.name,
      steps: [...connection, store, toastStep(words, parts, source)],
    };
  });
}

const CONNECTION = ['server', 'tls', 'auth', 'stream', 'heartbeat'] as const;
const turnedOff = ({ doctor }: Words) => CONNECTION.map((step) => skipped(step, doctor.turnedOff));

async function connectionSteps(
  words: Words,
  parts: DoctorParts,
  source: Source,
  limitMs: number,
): Promise<DiagnosisStep[]> {
  const { db, host, clock, credentials } = parts;
  const { id, url, credentialKind } = source;
  const memory = readFeedMemory(db, id);
  const credential = credentials.get(id);
  const access = accessOf(credentialKind, credential);
  const tried = await tryStream({
    dialect: dialects[source.dialect](source),
    position: memory,
    authorization: authorizationHeaders(credential),
    fetch: host.fetch(id),
    now: clock(),
    limitMs,
  });
  const silent = tried.hello === null && ['closed', 'stalled'].includes(tried.ending.kind);
  return readConnection(words, {
    ...{ url, credentialKind, tried },
    credentialMissing: access === 'credential' && credential === null,
    access,
    listening: silent ? await takesConnections(url, Math.min(limitMs, LISTENING_MS)) : null,
    feed: runningFeed(parts, id),
    stalls: countStalls(parts, id),
    heartbeatMs: memory.heartbeatMs,
    now: clock(),
  });
}

/** A source that is turned on has a feed, unless Bellhop isn't running: the command line opened the folder. */
function runningFeed({ feeds }: DoctorParts, source: string): FeedState | null {
  const state = feeds.state(source);
  return state.kind === 'off' ? null : state;
}

function countStalls({ db, clock }: DoctorParts, source: string): number {
  const recent = readJournal(db, source, JOURNAL_LINES).filter(({ at }) => at > clock() - DAY_MS);
  return recent.filter(({ kind, text }) => kind === 'failed' && text === SILENT).length;
}

function toastStep(words: Words, { db, host, clock, settings }: DoctorParts, source: Source): DiagnosisStep {
  const now = clock();
  const { paused, quiet } = policyAt(settings.read(), source, now);
  const { muted } = source;
  return checkToasts(words, { service: host.toastService(), last: lastToast(db), paused, quiet, muted, now });
}

/** In the order of the items, a few at a time. */
async function mapTogether<T, R>(items: T[], action: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results[index] = await action(item);
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return results;
}
