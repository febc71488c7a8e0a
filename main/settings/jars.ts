import { isDeepStrictEqual } from 'node:util';
import type { Jar } from '../host.ts';
import { cookiesFor } from './cookies.ts';
import type { Credentials } from './credentials.ts';
import type { Source } from './schema.ts';

/**
 * The cookies of each source that is signed in on its site's own page, as the host that sends them reads and renews them.
 * @param onError they could not be kept; until Bellhop quits they are used all the same
 */
export function createJars(
  find: (id: string) => Source | undefined,
  credentials: Credentials,
  onError: (source: Source, error: unknown) => void,
): (source: string) => Jar {
  const read = (id: string) => (find(id)?.credentialKind === 'session' ? credentials.cookies(id) : null);
  return (id) => ({
    read: () => read(id),
    write(cookies) {
      const source = find(id);
      const before = read(id);
      if (!source || before === null) return; // removed meanwhile, or given another credential
      const kept = cookiesFor(source.url, cookies);
      if (isDeepStrictEqual(kept, before)) return;
      try {
        credentials.setCookies(id, kept);
      } catch (error) {
        onError(source, error);
      }
    },
  });
}
