import { z } from 'zod';
import { describe } from '../feed/describe.ts';
import type { Dialect } from '../feed/dialect.ts';
import type { Fetch, FetchResponse } from '../host.ts';
import { parseJson } from '../parse-json.ts';
import { say } from '../words/message.ts';
import type { Words } from '../words/words.ts';

const PUBLISH_MS = 10_000;
const EXCERPT_BYTES = 4_096;

/**
 * Publishes a notice as the source's own account.
 * @returns null when the server took it, otherwise why not, in a sentence
 */
export async function publish(
  words: Words,
  request: ReturnType<NonNullable<Dialect['publish']>>,
  authorization: Record<string, string>,
  fetch: Fetch,
): Promise<string | null> {
  const { url, method, headers, body } = request;
  try {
    const response = await fetch(url, {
      ...{ method, body, headers: { ...headers, ...authorization } },
      ...{ redirect: 'error', credentials: 'include', cache: 'no-store' },
      signal: AbortSignal.timeout(PUBLISH_MS),
    });
    const said = await readRefusal(response);
    return response.status < 300 ? null : refusal(words, response.status, said);
  } catch (error) {
    const { says } = describe({ kind: 'failed', error, livedMs: 0, retryMs: null });
    return words.sentTest.notPublished(say(words, says));
  }
}

function refusal({ sentTest }: Words, status: number, said: string | null): string {
  const told = said ? `${status}: ${said}` : `${status}`;
  if (status === 401 || status === 403) {
    return sentTest.notAllowed(told);
  }
  return sentTest.notTaken(told);
}

/** The companion server's words, and ntfy's. */
const refusalSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  z.object({ error: z.string() }).transform(({ error }) => error),
]);

async function readRefusal({ status, body }: FetchResponse): Promise<string | null> {
  const reader = body?.getReader();
  let text = '';
  const decoder = new TextDecoder();
  while (reader && status >= 300 && text.length < EXCERPT_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  // A page, or too long to be words: the status says enough.
  return refusalSchema.safeParse(parseJson(text)).data?.slice(0, 200) ?? null;
}
