import type { Fetch, FetchResponse } from '../../host.ts';
import { readRefusal } from '../connection.ts';
import type { Headers, StreamEvent, WireRequest } from '../dialect.ts';
import { boundedEvents } from '../event-stream.ts';

type Refusal = NonNullable<ReturnType<typeof readRefusal>>;

/** What a server did with one request. */
export type Sight =
  /** `event`: the first that carries data; null where none came in time. */
  | { kind: 'stream'; headers: Headers; event: StreamEvent | null }
  | { kind: 'answer'; headers: Headers; refusal: Refusal; body: string }
  | { kind: 'silent' }
  | { kind: 'failed'; error: unknown };

const MAX_BYTES = 64 * 1024;

export type LookOptions = {
  fetch: Fetch;
  /** Aborting ends the look with what was seen so far. */
  signal: AbortSignal;
  /** How long a stream may take for its first event, milliseconds. */
  quietMs: number;
  /** The stream's headers tell enough: no event is waited for. */
  isEnough: (headers: Headers) => boolean;
};

/** Makes one request and looks at the beginning of the answer. Never rejects, and leaves nothing open. */
export async function look({ url, headers }: WireRequest, options: LookOptions): Promise<Sight> {
  const abort = new AbortController();
  const cut = () => abort.abort();
  if (options.signal.aborted) return { kind: 'silent' };
  options.signal.addEventListener('abort', cut);
  let timer: NodeJS.Timeout | undefined;
  try {
    const response = await options.fetch(url, {
      // Not every page is willing to answer to someone who takes streams only.
      headers: { ...headers, Accept: 'text/event-stream, */*;q=0.1' },
      cache: 'no-store',
      redirect: 'error',
      credentials: 'include',
      signal: abort.signal,
    });
    const refusal = readRefusal(response);
    if (refusal)
      return { kind: 'answer', headers: response.headers, refusal, body: await readText(response) };
    timer = setTimeout(cut, options.quietMs);
    const event = options.isEnough(response.headers) ? null : await readEvent(response);
    return { kind: 'stream', headers: response.headers, event };
  } catch (error) {
    return abort.signal.aborted ? { kind: 'silent' } : { kind: 'failed', error };
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', cut);
    cut();
  }
}

async function readText(response: FetchResponse): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  await readBody(response, (bytes) => {
    text += decoder.decode(bytes, { stream: true });
    return false;
  });
  return text;
}

async function readEvent(response: FetchResponse): Promise<StreamEvent | null> {
  const split = boundedEvents({ onOversized: () => {}, onRetry: () => {} }, MAX_BYTES);
  let event: StreamEvent | null = null;
  await readBody(response, (bytes) => {
    const blocks = new TextDecoder().decode(split(bytes)).split('\n\n');
    event = blocks.map(parseEvent).find((one) => one.data !== '') ?? null;
    return event !== null;
  });
  return event;
}

/** Hands on what comes, up to the limit, until `take` has enough. */
async function readBody({ body }: FetchResponse, take: (bytes: Uint8Array) => boolean): Promise<void> {
  const reader = body?.getReader();
  try {
    let left = MAX_BYTES;
    while (left > 0) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return;
      const bytes = chunk.value.subarray(0, left);
      left -= bytes.length;
      if (take(bytes)) return;
    }
  } catch {
    // Cut off, by the server or for being slow: what came until then is what there is to see.
  }
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
function parseEvent(block: string): StreamEvent {
  const fields = block.split('\n').map((line) => /^([^:]*):? ?(.*)$/.exec(line) ?? []);
  const values = (name: string) => fields.flatMap(([, field, value = '']) => (field === name ? [value] : []));
  return {
    name: values('event').at(-1) || 'message',
    data: values('data').join('\n'),
    id: values('id').at(-1) ?? '',
  };
}
