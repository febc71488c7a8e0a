import { type ConnectionOptions, connect, type Ending } from '../feed/connection.ts';
import type { Dialect, Hello, Position } from '../feed/dialect.ts';
import type { Fetch } from '../host.ts';

/** What one connection of the doctor's own came to. */
export type Tried = {
  /** What the server told of itself as it opened the stream; null when it didn't. */
  hello: Hello | null;
  /** The stream brought something, were it a comment. */
  alive: boolean;
  ending: Ending;
  /** How long was waited, milliseconds. */
  limitMs: number;
};

/** Connects as the feed does and looks whether the stream opens and lives. Stores nothing; never rejects. */
export async function tryStream(options: {
  dialect: Dialect;
  position: Position;
  authorization: Record<string, string>;
  fetch: Fetch;
  now: number;
  limitMs: number;
}): Promise<Tried> {
  const { dialect, position, limitMs } = options;
  const request = dialect.stream(position, options.now);
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), limitMs);
  let hello: Hello | null = null;
  let alive = false;
  const ending = await connect({
    url: request.url,
    headers: { ...request.headers, ...options.authorization },
    fetch: tellingFirstByte(options.fetch, () => {
      alive = true;
      enough.abort();
    }),
    headersMs: limitMs,
    eventNames: [],
    onOpen(headers) {
      hello = dialect.hello(headers, position);
      return { stallMs: limitMs };
    },
    ...{ onEvent: ignore, onOversized: ignore },
    signal: enough.signal,
  } satisfies ConnectionOptions);
  clearTimeout(timer);
  return { hello, alive, ending, limitMs };
}

const ignore = () => {};

/** Comments are signs of life too, and only the bytes show them. */
function tellingFirstByte(fetch: Fetch, onByte: () => void): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const tell = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onByte();
        controller.enqueue(chunk);
      },
    });
    const { status, redirected, headers } = response;
    return { status, redirected, headers, url: response.url, body: response.body?.pipeThrough(tell) ?? null };
  };
}
