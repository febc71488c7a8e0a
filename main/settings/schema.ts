import { z } from 'zod';
import {
  densitySchema,
  dialectSchema,
  languageChoiceSchema,
  mappingSchema,
  type Pause,
  pauseSchema,
  quietHoursSchema,
  rulesSchema,
  savedFiltersSchema,
  shortcutSchema,
  soundsSchema,
  textSizeSchema,
  themeSchema,
} from '../../preload/contract.ts';
import { mistakes } from '../../preload/shapes/mistakes.ts';

export const sourceSchema = z.object({
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

/** What quiet hours begin with, once they are turned on. */
const NIGHT = { days: [0, 1, 2, 3, 4, 5, 6], from: '22:00', to: '07:00' };
/** A pause was on or off at first. */
const fromSwitch = (on: boolean): Pause => (on ? 'forever' : null);

/** The settings file. Unknown keys are dropped; missing ones get their default. */
export const settingsSchema = z.object({
  sources: z.array(sourceSchema).max(200, mistakes.manySources).default([]),
  paused: z.union([pauseSchema, z.boolean().transform(fromSwitch)]).default(null),
  quietHours: quietHoursSchema.default({
    enabled: false,
    hours: [NIGHT],
    timeZone: null,
    urgentPasses: true,
  }),
  rules: rulesSchema.default([]),
  savedFilters: savedFiltersSchema.default([]),
  preferences: z
    .object({
      hideToastText: z.boolean().default(false),
      theme: themeSchema.default('system'),
      density: densitySchema.default('comfortable'),
      textSize: textSizeSchema.default(100),
      language: languageChoiceSchema.default('system'),
      storeSecretsInFile: z.boolean().default(false),
      keepDays: z.number().int().positive().nullable().default(null),
      keepCount: z.number().int().positive().nullable().default(null),
      sounds: soundsSchema.default({ 1: 'none', 2: 'none', 3: 'default', 4: 'default', 5: 'default' }),
    })
    .prefault({}),
  /** Keys that bring up the inbox wherever one is; null: none. */
  shortcut: shortcutSchema.nullable().default(null),
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
