/** How the person has Bellhop. */
import { z } from 'zod';
import { languageChoiceSchema } from './language.ts';
import { soundsSchema } from './rules.ts';

/** `contrast`: the strongest there is, light or dark as the system is. */
export const themeSchema = z.enum(['system', 'light', 'dark', 'contrast']);
export type Theme = z.infer<typeof themeSchema>;

export const densitySchema = z.enum(['comfortable', 'compact']);
export type Density = z.infer<typeof densitySchema>;

/** In percent. */
export const textSizeSchema = z.literal([85, 100, 115, 130, 150, 200]);
export type TextSize = z.infer<typeof textSizeSchema>;

export const preferencesSchema = z.object({
  /** Toasts name the source only, never the notice's text: for shared screens. */
  hideToastText: z.boolean(),
  theme: themeSchema,
  density: densitySchema,
  textSize: textSizeSchema,
  language: languageChoiceSchema,
  /** Without a system keyring: keep secrets in a file only this account can read, instead of until quit. */
  storeSecretsInFile: z.boolean(),
  /** What is archived or read goes after so many days; null: never. */
  keepDays: z.number().int().min(1).max(36_500).nullable(),
  /** The oldest of what is archived or read go when there are more notices than this; null: never. */
  keepCount: z.number().int().min(1).max(100_000_000).nullable(),
  sounds: soundsSchema,
});
export type Preferences = z.infer<typeof preferencesSchema>;
