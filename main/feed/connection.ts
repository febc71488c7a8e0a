import { setImmediate } from 'node:timers/promises';
import { EventSource, type FetchLikeResponse } from 'eventsource';
import type { Fetch, FetchResponse } from '../host.ts';
import { parseRetryAfter } from './backoff.ts';
import type { Dialect, StreamEvent } from './dialect.ts';
import { resumesFrom } from './event-id.ts';
import { boundedEvents, readId } from './event-stream.ts';

export type ConnectionOptions = {
  url: string;
  headers: Record<string, string>;
  fetch: Fetch;
  /** How long the headers may take, milliseconds. */
  headersMs: number;
  eventNames: Dialect['eventNames'];
  /** The response is an event stream. Returns how long silence may last from here on, milliseconds. */
  onOpen: (headers: { get(name: string): string | null }) => { stallMs: number };
  /** Runs synchronously, in order. What it throws ends the connection with that error. */
  onEvent: (event: StreamEvent) => void;
  onOversized: (start: string) => void;
  /** A sign of life: something came, if only a comment. */
  onBytes?: () => void;
  /** Aborting ends the connection with `{kind: 'closed'}`. */
  signal: AbortSignal;
};

/** How one connection ended. `livedMs` counts from the request: an endpoint's headers may come late. */
export type Ending = { livedMs: number; retryMs: number | null } & (
  | { kind: 'closed' }
  | { kind: 'ended' }
  | {
      kind: 'refused';
      status: number;
      contentType: string | null;
      location: string | null;
      retryAfterMs: number | null;
    }
  | { kind: 'stalled'; silentMs: number }
  | { kind: 'failed'; error: unknown }
);
type EndingCause = Ending extends infer E
  ? E extends Ending
    ? Omit<E, 'livedMs' | 'retryMs'>
    : never
  : never;

/**
 * One attempt: connects, reads until the stream ends in whatever way, and tells how it ended. Never rejects.
 * `eventsource` parses and holds the attempt; it is closed before it could try again by itself.
 */
export function connect(options: ConnectionOptions): Promise<Ending> {
  const started = performance.now();
  const abort = new AbortController();
  let retryMs: number | null = null;

  return new Promise((resolve) => {
    const watchdog = createWatchdog((silentMs) => end({ kind: 'stalled', silentMs }));
    let over = false;

    const end = (cause: EndingCause) => {
      if (over) return;
      over = true;
      watchdog.stop();
      options.signal.removeEventListener('abort', onAbort);
      source.close();
      abort.abort();
      resolve({ ...cause, livedMs: performance.now() - started, retryMs } as Ending);
    };
    const onAbort = () => end({ kind: 'closed' });

    const onBytes = () => {
      watchdog.alive();
      options.onBytes?.();
    };
    const { eventNames } = options;
    const split = boundedEvents({
      onOversized: options.onOversized,
      onRetry: (ms) => (retryMs = ms),
      withoutNames: eventNames === 'any',
      resumed: resumesFrom(options.headers), // an id holds over reconnections
    });

    const open = async (url: string | URL): Promise<FetchLikeResponse> => {
      watchdog.expect(options.headersMs);
      const response = await options.fetch(String(url), {
        headers: { ...options.headers, Accept: 'text/event-stream' },
        cache: 'no-store',
        redirect: 'error',
        credentials: 'include',
        signal: abort.signal,
      });
      if (over) throw new Error('closed meanwhile');
      const refusal = readRefusal(response);
      if (refusal) {
        end(refusal);
        throw new Error('refused');
      }
      const { stallMs } = options.onOpen(response.headers);
      if (!over) watchdog.expect(stallMs); // onOpen may have closed it
      return watchBody(response, split, onBytes, end);
    };

    const source = new EventSource(options.url, {
      fetch: (url) =>
        open(url).catch((error: unknown) => {
          end({ kind: 'failed', error });
          throw error;
        }),
    });
    const onMessage = (event: MessageEvent) => {
      if (over || !('data' in event)) return; // EventSource has an `open` of its own
      try {
        options.onEvent({ name: event.type, data: String(event.data), ...readId(event.lastEventId) });
      } catch (error) {
        end({ kind: 'failed', error });
      }
    };
    const named = eventNames === 'any' ? [] : eventNames;
    for (const name of ['message', ...named]) source.addEventListener(name, onMessage);
    // `open` and `watchBody` see every ending first, with its cause.
    source.addEventListener('error', (event) => {
      if ('data' in event) return; // what the server calls `error` is an event like any other
      end({ kind: 'failed', error: new Error(event.message) });
    });

    if (options.signal.aborted) onAbort();
    else options.signal.addEventListener('abort', onAbort);
  });
}

/** Counts bytes, not events: comments are a server's sign of life too, and listeners never see them. */
function createWatchdog(onSilence: (silentMs: number) => void) {
  let allowedMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => onSilence(allowedMs), allowedMs);
  };
  return {
    expect(ms: number) {
      allowedMs = ms;
      restart();
    },
    alive: () => timer?.refresh(),
    stop: () => clearTimeout(timer),
  };
}

export function readRefusal(response: FetchResponse): (EndingCause & { kind: 'refused' }) | null {
  const contentType = response.headers.get('content-type');
  const isStream = response.status === 200 && /^\s*text\/event-stream\s*(;|$)/i.test(contentType ?? '');
  return isStream ? null : refusalOf(response);
}

/** An answer that is not what was asked for. */
export function refusalOf({ status, headers }: FetchResponse): EndingCause & { kind: 'refused' } {
  return {
    kind: 'refused',
    status,
    contentType: headers.get('content-type'),
    location: headers.get('location'),
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), Date.now()),
  };
}

/** So much is read in one go: the window gets its turn before the next, however much has come. */
const PORTION_BYTES = 32 * 1024;

/** The response with a body that passes whole events on, keeps the watchdog quiet and tells how it ended. */
function watchBody(
  response: FetchResponse,
  split: (bytes: Uint8Array) => Uint8Array,
  alive: () => void,
  end: (cause: EndingCause) => void,
): FetchLikeResponse {
  const reader = response.body?.getReader();
  let waiting: Uint8Array = new Uint8Array();
  const read = async (): Promise<{ done: false; value: Uint8Array<ArrayBuffer> } | { done: true }> => {
    for (;;) {
      if (waiting.length === 0) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) {
          end({ kind: 'ended' });
          return { done: true };
        }
        alive();
        waiting = chunk.value;
      }
      await setImmediate();
      const value = split(waiting.subarray(0, PORTION_BYTES));
      waiting = waiting.subarray(PORTION_BYTES);
      if (value.length > 0) return { done: false, value: value as Uint8Array<ArrayBuffer> };
    }
  };
  return {
    status: response.status,
    url: response.url,
    redirected: response.redirected,
    headers: response.headers,
    body: {
      getReader: () => ({
        read: () =>
          read().catch((error: unknown) => {
            end({ kind: 'failed', error });
            throw error;
          }),
        cancel: async () => reader?.cancel(),
      }),
    },
  };
}
