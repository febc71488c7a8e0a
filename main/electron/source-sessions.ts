import { type CookiesSetDetails, type Cookie as Found, type Session, session } from 'electron';
import { coalesce } from '../coalesce.ts';
import type { Fetch, Jar } from '../host.ts';
import type { Cookie } from '../settings/cookies.ts';
import { fetchIn } from './session-fetch.ts';

/**
 * A session of its own for every source: its own cookies, and its own connections, for Chromium shares six per
 * HTTP/1.1 host among all requests of a session, so that a seventh stream would hang. Chromium keeps nothing of it on
 * disk, where it would stand in the clear: the cookies of a sign-in come from the source's jar, and go there when they change.
 */
export type SourceSessions = {
  useJars: (jarOf: (source: string) => Jar) => void;
  fetch: (source: string) => Fetch;
  /** The session, with the cookies that were kept. */
  open: (source: string) => Promise<Session>;
  cookies: (source: string) => Promise<Cookie[]>;
  forget: (source: string) => void;
};

/** Servers renew several cookies at once. */
const SAVE_EVERY_MS = 100;

export function createSourceSessions(): SourceSessions {
  let jarOf = (_source: string): Jar => ({ read: () => null, write: () => {} });
  /** Sources whose session holds what their jar does. */
  const restored = new Map<string, Promise<void>>();
  const watched = new Set<string>();

  const sessionOf = (source: string) => session.fromPartition(`source-${source}`);
  const cookiesOf = async (source: string) => (await sessionOf(source).cookies.get({})).map(fromChromium);

  const watch = (source: string) => {
    if (watched.has(source)) return;
    watched.add(source);
    const save = coalesce(() => {
      cookiesOf(source)
        .then((cookies) => jarOf(source).write(cookies))
        .catch((error: unknown) => console.error('Cookies could not be read:', error));
    }, SAVE_EVERY_MS);
    sessionOf(source).cookies.on('changed', save);
  };
  const restore = async (source: string, cookies: Cookie[]) => {
    for (const cookie of cookies) {
      await sessionOf(source)
        .cookies.set(toChromium(cookie))
        .catch((error: unknown) => console.error(`The cookie ${cookie.name} could not be put back:`, error));
    }
    watch(source); // not before: half of them must not be taken for all
  };
  const ready = (source: string, cookies: Cookie[]): Promise<void> => {
    const known = restored.get(source) ?? restore(source, cookies);
    restored.set(source, known);
    return known;
  };

  return {
    useJars(give) {
      jarOf = give;
    },
    fetch: (source) => async (url, init) => {
      const kept = init.credentials === 'include' ? jarOf(source).read() : null;
      if (kept === null) return fetchIn(sessionOf(source))(url, { ...init, credentials: 'omit' });
      await ready(source, kept);
      return fetchIn(sessionOf(source))(url, init);
    },
    async open(source) {
      await ready(source, jarOf(source).read() ?? []);
      return sessionOf(source);
    },
    cookies: cookiesOf,
    forget(source) {
      restored.delete(source);
      sessionOf(source)
        .clearStorageData()
        .catch((error: unknown) => console.error('What a site stored could not be cleared:', error));
    },
  };
}

function fromChromium(found: Found): Cookie {
  const { name, value, domain = '', hostOnly = false, path = '/', secure = false, httpOnly = false } = found;
  const expires = found.session ? null : (found.expirationDate ?? null);
  return { name, value, domain, hostOnly, path, secure, httpOnly, sameSite: found.sameSite, expires };
}

function toChromium(cookie: Cookie): CookiesSetDetails {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires } = cookie;
  return {
    url: `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`,
    ...{ name, value, path, secure, httpOnly, sameSite },
    ...(hostOnly ? {} : { domain }),
    ...(expires === null ? {} : { expirationDate: expires }),
  };
}
