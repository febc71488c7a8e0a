import type { Credential, ExportedSettings } from '../../preload/contract.ts';
import { hasSecretInQuery, withoutPassword, withoutSecrets } from '../address-secrets.ts';
import type { Credentials } from '../settings/credentials.ts';
import type { Settings, Source } from '../settings/schema.ts';
import { writeWhole } from './files.ts';
import { seal } from './sealed.ts';
import { type PortableCredential, writeSettingsFile } from './settings-file.ts';

/**
 * Writes the settings to a file; with a passphrase the credentials too, encrypted by it, and the secrets that stand in
 * addresses. A sign-in on a site’s own page stays here: its cookies are made for this computer.
 * @param now unix milliseconds
 * @throws Error in words when the file can’t be written
 */
export async function exportSettings(
  { settings, credentials, now }: { settings: Settings; credentials: Credentials; now: number },
  file: string,
  passphrase: string | null,
): Promise<ExportedSettings> {
  const portable =
    passphrase === null ? new Map<string, PortableCredential>() : portableCredentials(settings, credentials);
  const sealed =
    passphrase === null || portable.size === 0
      ? null
      : await seal(JSON.stringify([...portable.values()]), passphrase);
  await writeWhole(file, writeSettingsFile(settings, sealed, now));
  const without = settings.sources.filter((source) => !isWhole(source, portable.get(source.id)));
  return {
    file,
    sources: settings.sources.length,
    rules: settings.rules.length,
    credentials: portable.size,
    withoutCredential: without.map(({ name }) => name),
  };
}

/** By the ids of their sources. */
function portableCredentials(
  { sources }: Settings,
  credentials: Credentials,
): Map<string, PortableCredential> {
  const portable = new Map<string, PortableCredential>();
  for (const source of sources) {
    const url = withoutSecrets(source.url);
    const address = hasSecretInQuery(source.url) ? { address: withoutPassword(source.url) } : {};
    const stored = credentials.get(source.id);
    const credential: Credential = stored && stored.kind !== 'session' ? stored : { kind: 'none' };
    if (credential.kind !== 'none' || 'address' in address) {
      portable.set(source.id, { url, credential, ...address });
    }
  }
  return portable;
}

/** Whether the file has all that the source needs; `sealed`: what is sealed of it. */
function isWhole({ url, credentialKind }: Source, sealed: PortableCredential | undefined): boolean {
  const hasCredential = credentialKind === 'none' || (sealed && sealed.credential.kind !== 'none');
  return Boolean(hasCredential) && url === (sealed?.address ?? withoutSecrets(url));
}
