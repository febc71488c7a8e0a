import { chooseLanguage, type Language } from '../../preload/contract.ts';
import type { Host } from '../host.ts';
import type { GuardedFile } from './guarded-file.ts';
import type { Settings } from './schema.ts';

/** The language to speak at this moment. */
export function languageOf(settings: GuardedFile<Settings>, host: Pick<Host, 'languages'>): Language {
  return chooseLanguage(settings.read().preferences.language, host.languages());
}

/** What the system prefers, best first, as Intl takes it: of `pt_BR.UTF-8` it takes `pt-BR`, and of `C` nothing. */
export function systemLanguages(host: Pick<Host, 'languages'>): string[] {
  const tags = host.languages().map((tag) => tag.replace(/[.@].*/, '').replaceAll('_', '-'));
  return Intl.DateTimeFormat.supportedLocalesOf(tags.filter(isTag));
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
