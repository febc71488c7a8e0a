import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './auth.ts';
import { encodeEvent, eventStream } from './sse.ts';
import type { Row, Store } from './store/store.ts';

/** How the original endpoint polls: its real numbers are ten cycles of ten seconds; tests shorten them. */
export interface Compat {
  cycles: number;
  cycleMs: number;
}

export const ORIGINAL: Compat = { cycles: 10, cycleMs: 10_000 };

/**
 * The endpoint Bellhop was born from, faults included, so that clients can be tested against it: nothing is written
 * before the first row or the end (so the headers are late), rows newest first, random ids, no heartbeat, no resume;
 * rows created after the last query or between two connections are never sent.
 */
export function originalResponse(
  request: Request,
  caller: Caller,
  store: Store,
  closing: AbortSignal,
  compat: Compat,
) {
  const signal = AbortSignal.any([request.signal, closing]);
  return eventStream(originalEvents(caller.userId, store, signal, compat), {
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  });
}

async function* originalEvents(
  userId: string,
  store: Store,
  signal: AbortSignal,
  { cycles, cycleMs }: Compat,
) {
  let lastPull = new Date().toISOString();
  for (let cycle = 0; cycle < cycles && !signal.aborted; cycle++) {
    const rows = store.rowsCreatedSince(userId, lastPull);
    lastPull = new Date().toISOString();
    if (rows.length > 0) {
      yield encodeEvent({ id: randomUUID(), data: JSON.stringify(rows.map(originalFields)) });
    }
    await sleep(cycleMs, undefined, { signal }).catch(() => {}); // the only rejection is the signal's, seen above
  }
}

const originalFields = ({ content, notificationTypeId, createdAt }: Row) => ({
  content,
  notificationTypeId,
  createdAt,
});
