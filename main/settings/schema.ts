import { z } from 'zod';
import { dialectSchema, mappingSchema, themeSchema } from '../../preload/contract.ts';

const sourceSchema = z.object({
  /** Random and permanent: everything stored of the source hangs on it. */
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(80),
  url: z.url({ protocol: /^https?$/, normalize: true }).max(2048),
  dialect: dialectSchema.default('rows'),
  /** How to read what it sends, where the dialect doesn't know by itself. */
  mapping: mappingSchema.nullable().default(null),
  /** Secrets themselves are in secrets.json, sealed. */
  credentialKind: z.enum(['none', 'bearer', 'basic', 'cookie', 'session']),
  enabled: z.boolean().default(true),
  muted: z.boolean().default(false),
});
export type Source = z.infer<typeof sourceSchema>;

/** The settings file. Unknown keys are dropped; missing ones get their default. */
export const settingsSchema = z.object({
  sources: z.array(sourceSchema).max(200).default([]),
  paused: z.boolean().default(false),
  preferences: z
    .object({
      hideToastText: z.boolean().default(false),
      theme: themeSchema.default('system'),
      storeSecretsInFile: z.boolean().default(false),
    })
    .prefault({}),
  /** The inbox window as it was left. Its place is the system's to choose: screens come and go. */
  window: z
    .object({ width: z.number().int().min(200).max(20_000), height: z.number().int().min(200).max(20_000) })
    .default({ width: 1180, height: 760 }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** One entry a source: sealed by the keyring, or (only if the person said so) plain in this 0600 file. */
export const secretsSchema = z.record(
  z.string(),
  z.union([z.object({ sealed: z.string() }), z.object({ plain: z.string() })]),
);
export type Secrets = z.infer<typeof secretsSchema>;
