import type { ExportedSettings } from '../../preload/contract.ts';
import type { Credentials } from '../settings/credentials.ts';
import type { Settings } from '../settings/schema.ts';
import { writeWhole } from './files.ts';
import { seal } from './sealed.ts';
import { type PortableCredentials, withoutPassword, writeSettingsFile } from './settings-file.ts';

/**
 * Writes the settings to a file; with a passphrase the credentials too, encrypted by it. A sign-in on a site’s own page stays
 * here: its cookies are made for this computer.
 * @param now unix milliseconds
 * @throws Error in words when the file can’t be written
 */
export async function exportSettings(
  { settings, credentials, now }: { settings: Settings; credentials: Credentials; now: number },
  file: string,
  passphrase: string | null,
): Promise<ExportedSettings> {
  const portable = passphrase === null ? [] : portableCredentials(settings, credentials);
  const sealed =
    passphrase === null || portable.length === 0 ? null : await seal(JSON.stringify(portable), passphrase);
  await writeWhole(file, writeSettingsFile(settings, sealed, now));
  const taken = new Set(portable.map(({ url }) => url));
  const without = settings.sources.filter(
    ({ credentialKind, url }) => credentialKind !== 'none' && !taken.has(withoutPassword(url)),
  );
  return {
    file,
    sources: settings.sources.length,
    rules: settings.rules.length,
    credentials: portable.length,
    withoutCredential: without.map(({ name }) => name),
  };
}

function portableCredentials({ sources }: Settings, credentials: Credentials): PortableCredentials {
  return sources.flatMap(({ id, url }) => {
    const credential = credentials.get(id);
    const isPortable = credential && credential.kind !== 'none' && credential.kind !== 'session';
    return isPortable ? [{ url: withoutPassword(url), credential }] : [];
  });
}
