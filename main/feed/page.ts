import type { Fetch } from '../host.ts';
import { type Ending, refusalOf } from './connection.ts';
import type { WireRequest } from './dialect.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * One answer as text, bounded in size, and in time by how long it may be silent.
 * @returns the refusal when its status is not 200
 * @throws what fetch throws; an Error when it is too long, silent or aborted
 */
export async function fetchText(
  fetch: Fetch,
  { url, headers }: WireRequest,
  signal: AbortSignal,
  silenceMs: number,
): Promise<string | Ending> {
  const abort = new AbortController();
  const giveUp = () => abort.abort(signal.reason);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp);
  const timer = setTimeout(() => abort.abort(new Error('TIMEOUT: the answer did not come')), silenceMs);
  try {
    const response = await fetch(url, {
      headers: { ...headers, Accept: 'application/json' },
      cache: 'no-store',
      redirect: 'error',
      credentials: 'include',
      signal: abort.signal,
    });
    if (response.status !== 200) {
      abort.abort(); // its body is of no use
      return { ...refusalOf(response), livedMs: 0, retryMs: null };
    }
    const text = new TextDecoder();
    let whole = '';
    let bytes = 0;
    const reader = response.body?.getReader();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      timer.refresh();
      bytes += chunk.value.length;
      if (bytes > MAX_BYTES) throw new Error(`the answer is over ${MAX_BYTES / 1024 / 1024} MiB`);
      whole += text.decode(chunk.value, { stream: true });
    }
    return whole + text.decode();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    abort.abort();
  }
}
