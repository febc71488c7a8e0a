import { randomUUID } from 'node:crypto';
import { hasSecretInQuery, withoutSecrets } from '../address-secrets.ts';
import { parseJson } from '../parse-json.ts';
import type { Credentials } from '../settings/credentials.ts';
import type { GuardedFile } from '../settings/guarded-file.ts';
import type { Settings, Source } from '../settings/schema.ts';
import { Refusal } from '../words/refusal.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { unseal } from './sealed.ts';
import { credentialsSchema, type PortableCredentials, type SettingsFile } from './settings-file.ts';

export type AppliedImport = ImportPlan & {
  /** Sources that got their credential, or the secret in their address, added or known. */
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
  const { plan, completed } = withAddresses(planImport(settings.read(), file, randomUUID), opened);
  const { added, known } = plan.sources;
  const waiting = [...added, ...known.filter(({ id }) => credentials.get(id) === null)];
  const credited: Source[] = completed.filter(({ credentialKind }) => credentialKind === 'none');
  const stored: string[] = [];
  try {
    for (const source of waiting) {
      const given = sealedOf(source, opened)?.credential;
      if (!given || given.kind !== source.credentialKind || ['none', 'session'].includes(given.kind))
        continue;
      credentials.set(source.id, given);
      stored.push(source.id);
      credited.push(source);
    }
    settings.write(plan.settings);
  } catch (error) {
    for (const id of stored) credentials.remove(id);
    throw error;
  }
  return { ...plan, credited };
}

const sealedOf = ({ url }: Source, opened: PortableCredentials) =>
  opened.find((sealed) => withoutSecrets(sealed.url) === withoutSecrets(url));

/** Puts secrets back into addresses: a known source’s only where it has neither one nor a credential of its own. */
function withAddresses(plan: ImportPlan, opened: PortableCredentials) {
  const { added, known } = plan.sources;
  const taken = new Set(plan.settings.sources.map(({ url }) => url));
  const whole = new Map<Source, Source>();
  for (const source of [...added, ...known.filter(({ credentialKind }) => credentialKind === 'none')]) {
    const address = sealedOf(source, opened)?.address;
    if (address && !taken.has(address) && !hasSecretInQuery(source.url))
      whole.set(source, { ...source, url: address });
  }
  const complete = (sources: Source[]) => sources.map((source) => whole.get(source) ?? source);
  const completePlan: ImportPlan = {
    ...plan,
    settings: { ...plan.settings, sources: complete(plan.settings.sources) },
    sources: { added: complete(added), known: complete(known) },
  };
  return { plan: completePlan, completed: [...whole.values()] };
}
