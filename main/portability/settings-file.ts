import { z } from 'zod';
import {
  credentialSchema,
  httpUrl,
  quietHoursSchema,
  requestSchemas,
  rulesSchema,
  savedFiltersSchema,
  shortcutSchema,
} from '../../preload/contract.ts';
import { withoutSecrets } from '../address-secrets.ts';
import { parseJson } from '../parse-json.ts';
import { type Settings, sourceSchema } from '../settings/schema.ts';
import { firstByZod } from '../words/by-zod.ts';
import { Refusal } from '../words/refusal.ts';
import { type Sealed, sealedSchema } from './sealed.ts';

/** A whole settings file is far smaller, even with hundreds of sources. */
export const MAX_SETTINGS_BYTES = 8 * 1024 * 1024;

/**
 * What one computer’s Bellhop takes to another’s, as JSON. Not in it: the pause and the window, which are of the moment, and
 * where secrets go, which is each computer’s own affair. What is left out of a file stays as it is on import.
 */
export const settingsFileSchema = z.object({
  bellhop: z.literal('settings'),
  version: z.literal(1),
  writtenAt: z.iso.datetime(),
  /** Their ids tie rules and filters to them within the file, and to nothing else. */
  sources: z
    .array(sourceSchema.extend({ url: httpUrl }))
    .max(200)
    .default([]),
  rules: rulesSchema.default([]),
  savedFilters: savedFiltersSchema.default([]),
  quietHours: quietHoursSchema.optional(),
  preferences: requestSchemas.setPreferences.omit({ storeSecretsInFile: true }).default({}),
  shortcut: shortcutSchema.nullable().optional(),
  /** JSON of `credentialsSchema`. */
  credentials: sealedSchema.nullable().default(null),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;

const portableCredentialSchema = z.object({
  url: httpUrl,
  credential: credentialSchema,
  /** The same address with the secrets in it, where it has any. */
  address: httpUrl.optional(),
});
export type PortableCredential = z.infer<typeof portableCredentialSchema>;

/** Each with the address it is for, inside of what is sealed: changing the file can’t send it elsewhere. */
export const credentialsSchema = z.array(portableCredentialSchema).max(200);
export type PortableCredentials = z.infer<typeof credentialsSchema>;

/** @param now unix milliseconds */
export function writeSettingsFile(settings: Settings, credentials: Sealed | null, now: number): string {
  const { rules, savedFilters, quietHours, shortcut } = settings;
  const { storeSecretsInFile, ...preferences } = settings.preferences;
  const file: SettingsFile = {
    ...{ bellhop: 'settings', version: 1, writtenAt: new Date(now).toISOString() },
    sources: settings.sources.map((source) => ({ ...source, url: withoutSecrets(source.url) })),
    ...{ rules, savedFilters, quietHours, preferences, shortcut, credentials },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @throws Refusal for what is no such file, or can’t be used */
export function readSettingsFile(text: string): SettingsFile {
  const json = parseJson(text);
  const { data: head } = z.object({ bellhop: z.literal('settings'), version: z.number() }).safeParse(json);
  if (!head) throw new Refusal('notSettings');
  if (head.version > 1) throw new Refusal('newerSettings');
  const parsed = settingsFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal('unusableSettings', issue?.path.join('.') || ['asAWhole'], firstByZod(parsed.error));
}
