import { describe } from '../feed/describe.ts';
import { isSameServer } from '../feed/same-server.ts';
import type { FetchResponse } from '../host.ts';
import type { RequestParts } from '../inbox/handlers.ts';
import { authorizationHeaders } from '../settings/credentials.ts';
import { Refusal } from '../words/refusal.ts';

export type FetchParts = Pick<RequestParts, 'host' | 'settings' | 'credentials'>;

/**
 * Fetches what a notice names. Only its source's own server gets the source's credential.
 * @throws Refusal in words where the answer is not what was asked for
 */
export async function fetchNamed(
  { host, settings, credentials }: FetchParts,
  source: string,
  url: string,
  signal: AbortSignal,
): Promise<FetchResponse> {
  const known = settings.read().sources.find(({ id }) => id === source);
  const own = known !== undefined && isSameServer(known.url, url);
  try {
    const response = await host.fetch(source)(url, {
      headers: own ? authorizationHeaders(credentials.get(source)) : {},
      credentials: own ? 'include' : 'omit',
      ...{ redirect: 'error', cache: 'no-store', signal },
    });
    if (response.status === 200) return response;
    await response.body?.cancel();
    throw new Refusal('notGiven', response.status);
  } catch (error) {
    if (error instanceof Refusal || signal.aborted) throw error;
    const { says } = describe({ kind: 'failed', error, livedMs: 0, retryMs: null });
    throw new Refusal('theServer', says);
  }
}

/** @throws Refusal as soon as there is more of it */
export async function* chunksUpTo(most: number, response: FetchResponse): AsyncGenerator<Uint8Array> {
  const tooLong = () => new Refusal('largerThan', Math.round(most / 1e6));
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLong();
  }
  let bytes = 0;
  const reader = response.body?.getReader();
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      bytes += chunk.value.length;
      if (bytes > most) throw tooLong();
      yield chunk.value;
    }
  } finally {
    await reader?.cancel().catch(() => {}); // it may have ended by itself
  }
}
