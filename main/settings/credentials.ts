import { type Credential, credentialSchema, type SecretStorage } from '../../preload/contract.ts';
import type { SecretBox } from '../host.ts';
import type { GuardedFile } from './guarded-file.ts';
import type { Secrets } from './schema.ts';

export type Credentials = {
  /** The credential of a source, or why there is none. */
  get: (source: string) => Credential | null;
  /** @throws when the keyring or the folder refuses. */
  set: (source: string, credential: Credential) => void;
  remove: (source: string) => void;
  /** Where secrets go now. */
  storage: () => SecretStorage;
  /** After the preference changed: what is known goes where secrets go now, and only there. */
  relocate: () => void;
};

/**
 * Keeps credentials out of sight: sealed by the keyring; without one in memory until Bellhop quits, or, only if
 * the person says so, plain in a file that only this account can read.
 */
export function createCredentials(
  file: GuardedFile<Secrets>,
  box: SecretBox,
  mayStorePlain: () => boolean,
): Credentials {
  const session = new Map<string, Credential>();
  const storage = (): SecretStorage => (box.available ? 'keyring' : mayStorePlain() ? 'file' : 'session');

  const forget = (source: string) => {
    const { [source]: gone, ...rest } = file.read();
    if (gone) file.write(rest);
  };
  const keep = (source: string, credential: Credential) => {
    const text = JSON.stringify(credential);
    const where = storage();
    // What a keyring sealed waits for that keyring: a terminal on the same folder has none.
    if (where === 'session') return isPlain(source) ? forget(source) : undefined;
    file.write({
      ...file.read(),
      [source]: where === 'keyring' ? { sealed: box.seal(text) } : { plain: text },
    });
  };
  const isPlain = (source: string) => 'plain' in (file.read()[source] ?? {});
  const load = (source: string): Credential | null => {
    const entry = file.read()[source];
    if (!entry || ('sealed' in entry && !box.available)) return null;
    return parse('sealed' in entry ? tryOpen(box, entry.sealed) : entry.plain);
  };

  return {
    storage,
    get(source) {
      const known = session.get(source) ?? load(source);
      if (known) session.set(source, known);
      return known;
    },
    set(source, credential) {
      session.set(source, credential);
      if (credential.kind === 'none') forget(source);
      else keep(source, credential);
    },
    remove(source) {
      session.delete(source);
      forget(source);
    },
    relocate() {
      for (const source of Object.keys(file.read())) this.get(source);
      for (const [source, credential] of session) {
        if (credential.kind !== 'none') keep(source, credential);
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

function parse(text: string): Credential | null {
  try {
    return credentialSchema.parse(JSON.parse(text));
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
