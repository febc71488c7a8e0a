import { z } from 'zod';

/** The languages Bellhop speaks. */
export const languageSchema = z.enum(['en', 'de', 'fr', 'es', 'ja']);
export type Language = z.infer<typeof languageSchema>;

/** What a person chooses: one of them, or whatever the system prefers. */
export const languageChoiceSchema = z.enum(['system', ...languageSchema.options]);
export type LanguageChoice = z.infer<typeof languageChoiceSchema>;

/**
 * The language to speak: the chosen one, or the first of the system's that Bellhop has, or English.
 * @param preferred what the system prefers, best first, such as `de-AT` or `pt_BR.UTF-8`
 */
export function chooseLanguage(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const known = languageSchema.safeParse(tag.split(/[-_.@]/)[0]?.toLowerCase());
    if (known.success) return known.data;
  }
  return 'en';
}
