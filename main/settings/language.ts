import { chooseLanguage, type Language } from '../../preload/contract.ts';
import type { Host } from '../host.ts';
import type { GuardedFile } from './guarded-file.ts';
import type { Settings } from './schema.ts';

/** The language to speak at this moment. */
export function languageOf(settings: GuardedFile<Settings>, host: Pick<Host, 'languages'>): Language {
  return chooseLanguage(settings.read().preferences.language, host.languages());
}
