import type { Fetch } from '../host.ts';

/** Whether a stream lets us in, as far as one short request can tell. */
export type Answer =
  | 'open'
  /** Took the request and has said nothing yet: the original endpoint's headers may come with its first row. */
  | 'silent'
  /** Leads elsewhere, most likely to its login page. */
  | 'redirected'
  /** Anything else: 401, a page instead of a stream, no server at all. */
  | 'refused';

/** Asks, and hangs up as soon as it is clear, or after `patienceMs` of silence. Never rejects. */
export async function letIn(fetch: Fetch, url: string, patienceMs: number): Promise<Answer> {
  const hangUp = new AbortController();
  const timer = setTimeout(() => hangUp.abort(), patienceMs);
  try {
    const { status, headers } = await fetch(url, {
      headers: { Accept: 'text/event-stream' },
      cache: 'no-store',
      redirect: 'error',
      credentials: 'include',
      signal: hangUp.signal,
    });
    const isStream = /^\s*text\/event-stream\b/i.test(headers.get('content-type') ?? '');
    return status === 200 && isStream ? 'open' : 'refused';
  } catch (error) {
    if (hangUp.signal.aborted) return 'silent';
    const { message, cause } = error as Error;
    return /redirect/i.test(`${message} ${cause}`) ? 'redirected' : 'refused';
  } finally {
    clearTimeout(timer);
    hangUp.abort();
  }
}
