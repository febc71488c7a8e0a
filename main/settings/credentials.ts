import { z } from 'zod';
import { type Credential, credentialSchema, type SecretStorage } from '../../preload/contract.ts';
import type { Access } from '../feed/describe.ts';
import type { SecretBox } from '../host.ts';
import { type Cookie, cookiesSchema } from './cookies.ts';
import type { GuardedFile } from './guarded-file.ts';
import type { Secrets } from './schema.ts';

export type Credentials = {
  /** The credential of a source, `session` while it has cookies; null when there is none. */
  get: (source: string) => Credential | null;
  /**
   * `session` keeps the cookies that are there, and only them.
   * @throws when the keyring or the folder refuses.
   */
  set: (source: string, credential: Credential) => void;
  /** What signing in on the site's own page left, perhaps nothing any more; null: the person never did, or it is lost. */
  cookies: (source: string) => Cookie[] | null;
  /** @throws when the keyring or the folder refuses; `cookies` answers with the new ones all the same. */
  setCookies: (source: string, cookies: Cookie[]) => void;
  remove: (source: string) => void;
  /** Where secrets go now. */
  storage: () => SecretStorage;
  /** After the preference changed: what is known goes where secrets go now, and only there. */
  relocate: () => void;
};

/** What is kept: of a sign-in its cookies, otherwise what the person gave. */
const secretSchema = z.union([
  z.object({ kind: z.literal('session'), cookies: cookiesSchema }),
  credentialSchema.refine(({ kind }) => kind !== 'session'),
]);
type Secret = z.infer<typeof secretSchema>;

/**
 * Keeps credentials out of sight: sealed by the keyring; without one in memory until Bellhop quits, or, only if
 * the person says so, plain in a file that only this account can read.
 */
export function createCredentials(
  file: GuardedFile<Secrets>,
  box: SecretBox,
  mayStorePlain: () => boolean,
): Credentials {
  const session = new Map<string, Secret>();
  const storage = (): SecretStorage => (box.available ? 'keyring' : mayStorePlain() ? 'file' : 'session');

  const forget = (source: string) => {
    const { [source]: gone, ...rest } = file.read();
    if (gone) file.write(rest);
  };
  const keep = (source: string, secret: Secret) => {
    const text = JSON.stringify(secret);
    const where = storage();
    // What a keyring sealed waits for that keyring: a terminal on the same folder has none.
    if (where === 'session') return isPlain(source) ? forget(source) : undefined;
    file.write({
      ...file.read(),
      [source]: where === 'keyring' ? { sealed: box.seal(text) } : { plain: text },
    });
  };
  const isPlain = (source: string) => 'plain' in (file.read()[source] ?? {});
  const load = (source: string): Secret | null => {
    const entry = file.read()[source];
    if (!entry || ('sealed' in entry && !box.available)) return null;
    return parse('sealed' in entry ? tryOpen(box, entry.sealed) : entry.plain);
  };

  const find = (source: string): Secret | null => {
    const known = session.get(source) ?? load(source);
    if (known) session.set(source, known);
    return known;
  };
  const set = (source: string, secret: Secret) => {
    session.set(source, secret);
    if (secret.kind === 'none') forget(source);
    else keep(source, secret);
  };
  const remove = (source: string) => {
    session.delete(source);
    forget(source);
  };

  return {
    storage,
    get(source) {
      const secret = find(source);
      return secret && 'cookies' in secret ? { kind: 'session' } : secret;
    },
    set(source, credential) {
      if (credential.kind !== 'session') return set(source, credential);
      const kept = find(source);
      if (kept && kept.kind !== 'session') remove(source);
    },
    cookies(source) {
      const secret = find(source);
      return secret && 'cookies' in secret ? secret.cookies : null;
    },
    setCookies: (source, cookies) => set(source, { kind: 'session', cookies }),
    remove,
    relocate() {
      for (const source of Object.keys(file.read())) find(source);
      for (const [source, secret] of session) {
        if (secret.kind !== 'none') keep(source, secret);
      }
    },
  };
}

/** Sealed by another machine's or account's keyring: as good as not there, and the source says so. */
function tryOpen(box: SecretBox, sealed: string): string {
  try {
    return box.open(sealed);
  } catch {
    return '';
  }
}

function parse(text: string): Secret | null {
  try {
    return secretSchema.parse(JSON.parse(text));
  } catch {
    return null; // edited by hand, or not opened: as good as not there
  }
}

/** The request headers of a credential. Basic: https://www.rfc-editor.org/rfc/rfc7617 */
export function authorizationHeaders(credential: Credential | null): Record<string, string> {
  switch (credential?.kind) {
    case 'bearer':
      return { Authorization: `Bearer ${credential.token}` };
    case 'basic':
      return {
        Authorization: `Basic ${Buffer.from(`${credential.user}:${credential.password}`).toString('base64')}`,
      };
    case 'cookie':
      return { Cookie: credential.cookie };
    default:
      return {};
  }
}

/** What a source's feed has to show: of a session it has cookies once the person has signed in. */
export function accessOf(kind: Credential['kind'] | undefined, credential: Credential | null): Access {
  if (kind === undefined || kind === 'none') return 'anonymous';
  if (kind !== 'session') return 'credential';
  return credential?.kind === 'session' ? 'signed-in' : 'signed-out';
}
