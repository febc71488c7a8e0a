import { randomUUID } from 'node:crypto';
import { parseJson } from '../parse-json.ts';
import type { Credentials } from '../settings/credentials.ts';
import type { GuardedFile } from '../settings/guarded-file.ts';
import type { Settings, Source } from '../settings/schema.ts';
import { Refusal } from '../words/refusal.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { unseal } from './sealed.ts';
import { credentialsSchema, type PortableCredentials, type SettingsFile } from './settings-file.ts';

export type AppliedImport = ImportPlan & {
  /** Sources that got a credential, added or known. */
  credited: Source[];
};

/** @throws Refusal for a wrong passphrase */
export async function openCredentials(
  { credentials }: SettingsFile,
  passphrase: string | null,
): Promise<PortableCredentials> {
  if (credentials === null || passphrase === null) return [];
  const text = await unseal(credentials, passphrase);
  if (text === null) throw new Refusal('wrongPassphrase');
  const parsed = credentialsSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new Refusal('sealedUnreadable');
  return parsed.data;
}

/**
 * Credentials first, for a source listens as soon as it is there; if anything fails, all is as before. A known source gets one
 * only where its own is missing.
 * @throws what the keyring or the settings file refuse
 */
export function applyImport(
  file: SettingsFile,
  opened: PortableCredentials,
  settings: GuardedFile<Settings>,
  credentials: Credentials,
): AppliedImport {
  const plan = planImport(settings.read(), file, randomUUID);
  const { added, known } = plan.sources;
  const waiting = [...added, ...known.filter(({ id }) => credentials.get(id) === null)];
  const credited: Source[] = [];
  try {
    for (const source of waiting) {
      const given = opened.find(({ url }) => url === source.url)?.credential;
      if (!given || given.kind !== source.credentialKind || given.kind === 'session') continue;
      credentials.set(source.id, given);
      credited.push(source);
    }
    settings.write(plan.settings);
  } catch (error) {
    for (const { id } of credited) credentials.remove(id);
    throw error;
  }
  return { ...plan, credited };
}
