import { z } from 'zod';
import type { Caller } from './auth.ts';
import { refusal } from './errors.ts';
import type { Hub } from './hub.ts';
import { takePage } from './page.ts';
import { encodeEvent, encodeRetry, eventStream, HEARTBEAT } from './sse.ts';
import type { Store } from './store/store.ts';

/** Rows in one event, at most: a client should be through with one in a blink. */
const PAGE_ROWS = 100;
/** How long a client should wait before it connects again, in ms. */
const RETRY_MS = 1000;

export interface LiveContext {
  store: Store;
  hub: Hub;
  heartbeatMs: number;
  /** Aborts when the server closes. */
  closing: AbortSignal;
}

/** The live stream (Server-Sent Events) of the caller. @throws a 400 when `since` can't be read. */
export function liveResponse(request: Request, caller: Caller, context: LiveContext): Response {
  const after = resumePoint(request);
  const signal = AbortSignal.any([request.signal, context.closing]);
  return eventStream(liveEvents(caller, after, signal, context), {
    // no-transform and X-Accel-Buffering: proxies must neither compress nor collect the stream.
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    // Tells a client that this is a companion server, and how long a healthy silence may last, in seconds.
    'bellhop-heartbeat': String(context.heartbeatMs / 1000),
  });
}

/**
 * Everything after `after` up to now, then `caught-up`, then rows as they come. Ids only grow from event to event, and
 * each row is in exactly one of them, because the store is always asked for what lies after the last id sent.
 */
async function* liveEvents(
  { userId, tokenHash }: Caller,
  after: number | undefined,
  signal: AbortSignal,
  { store, hub, heartbeatMs }: LiveContext,
): AsyncGenerator<Uint8Array> {
  const head = store.newestId(userId);
  // A cursor from beyond our newest id belongs to a database we no longer have: go on from what we have.
  let sent = Math.min(after ?? head, head);
  let caughtUp = false;
  yield encodeRetry(RETRY_MS);
  // Asked again before every event, so that revoking a token ends its streams at the next row or heartbeat.
  while (!signal.aborted && store.ownerOfToken(tokenHash)) {
    const upTo = caughtUp ? Number.MAX_SAFE_INTEGER : head;
    const page = takePage(store.rows(userId, { after: sent, upTo, limit: PAGE_ROWS }));
    if (page) {
      sent = page.lastId;
      yield encodeEvent({ id: sent, data: page.json });
    } else if (!caughtUp) {
      caughtUp = true;
      yield encodeEvent({ event: 'caught-up', id: sent, data: JSON.stringify({ head: sent }) });
    } else if ((await hub.wait(userId, heartbeatMs, signal)) === 'silence') {
      yield HEARTBEAT;
    }
  }
}

/** Where to resume: a row id, exclusive. Undefined means from now on. */
function resumePoint(request: Request): number | undefined {
  const lastEventId = idSchema.safeParse(request.headers.get('last-event-id'));
  // A Last-Event-ID that is not ours (the original endpoint's were random) is no error: the client can't help having it.
  if (lastEventId.success) return lastEventId.data;
  const since = new URL(request.url).searchParams.get('since');
  if (since === null) return undefined;
  const id = idSchema.safeParse(since);
  if (id.success) return id.data;
  const time = timeSchema.safeParse(since);
  // Ids are never lower than the millisecond of their insertion (store/sqlite.ts), so a time is a cursor too.
  if (time.success) return Date.parse(time.data) - 1;
  throw refusal(
    400,
    'invalid',
    'since: expected a row id, a time in milliseconds since 1970, or an ISO 8601 time with its zone.',
  );
}

const idSchema = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .refine(Number.isSafeInteger);
const timeSchema = z.iso.datetime({ offset: true });
