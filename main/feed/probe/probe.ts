import type { Credential, Found, TestResult } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import type { Fetch } from '../../host.ts';
import { accessOf, authorizationHeaders } from '../../settings/credentials.ts';
import type { Words } from '../../words/words.ts';
import { isSameServer } from '../same-server.ts';
import { found, guess, hubOfPage, topicsAddress } from './address.ts';
import { type Candidate, candidatesFor, isNtfyRefusal, knownStream } from './recognize.ts';
import { look, type Sight } from './sight.ts';
import { sayConnected, sayElsewhere, sayRefused } from './words.ts';

/** Milliseconds. A person waits for all of it; a stream that has opened may be quiet for `quietMs`. */
const LIMITS = { allMs: 10_000, quietMs: 3_000 };

type Tried = { sight: Sight; found: null } | { sight: Sight & { kind: 'stream' }; found: Found };

/**
 * Finds out what kind of server an address belongs to, with a credential and without storing anything, and says in
 * words what came of it. Redirects are not followed, and the credential goes to the address's own server only.
 */
export async function probe(
  address: string,
  credential: Credential | null,
  fetch: Fetch,
  clock: Clock,
  words: Words,
  limits = LIMITS,
): Promise<TestResult> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), limits.allMs);
  let isKnown = false;
  const access = accessOf(credential?.kind, null); // of a session: signed in or not, it is what a “no” asks for

  const tryOut = async ({ request, byHeaders, byEvent }: Candidate): Promise<Tried> => {
    const headers = { ...request.headers };
    if (isSameServer(request.url, address)) Object.assign(headers, authorizationHeaders(credential));
    const sight = await look(
      { url: request.url, headers },
      {
        ...{ fetch, signal: over.signal, quietMs: limits.quietMs },
        isEnough: (told) => byHeaders(told) !== null,
      },
    );
    const what =
      sight.kind === 'stream' && !isKnown ? (byHeaders(sight.headers) ?? byEvent(sight.event)) : null;
    if (sight.kind !== 'stream' || what === null) return { sight, found: null };
    isKnown = true;
    over.abort(); // the others need not be waited for
    return { sight, found: what };
  };

  try {
    const tried = await Promise.all(candidatesFor(address, clock()).map(tryOut));
    for (const { sight, found } of tried) if (found) return sayConnected(words, found, sight);
    const hub = hubNamedBy(tried, address);
    if (hub === null) return sayRefused(words, ...mostTelling(tried, address), access);
    if (access !== 'anonymous' && !isSameServer(hub, address)) return sayElsewhere(words, hub);
    const mercure = found('mercure', hub);
    const there = await tryOut(knownStream(hub, mercure));
    if (there.found) return sayConnected(words, there.found, there.sight);
    return sayRefused(words, there.sight, mercure, access);
  } finally {
    clearTimeout(timer);
  }
}

function hubNamedBy(tried: Tried[], address: string): string | null {
  for (const { sight } of tried) {
    const hub =
      sight.kind === 'answer' && sight.refusal.status === 200 ? hubOfPage(sight.headers, address) : null;
    if (hub) return hub;
  }
  return null;
}

/** What to tell of several that led nowhere, and what the address most likely is. */
function mostTelling(tried: Tried[], address: string): [Sight, Found] {
  const ntfy = tried.find(({ sight }) => isNtfyRefusal(sight));
  const topics = ntfy && topicsAddress(address);
  if (topics) return [ntfy.sight, found('ntfy', topics)];
  const stream = tried.find(({ sight }) => sight.kind === 'stream');
  return [(stream ?? (tried[0] as Tried)).sight, guess(address)];
}
