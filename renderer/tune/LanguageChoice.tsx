import type { LanguageChoice as Choice, Language } from '../../preload/contract.ts';
import { text } from '../text.ts';
import { SelectField } from './SelectField.tsx';

/** Each in its own words: who can't read the others still finds it. */
const NAMES: Record<Language, string> = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
};

export function LanguageChoice(props: { choice: Choice; onChange: (choice: Choice) => void }) {
  return (
    <SelectField
      label={text.settings.language}
      value={props.choice}
      options={[['system', text.settings.systemLanguage], ...Object.entries(NAMES)]}
      onChange={(choice) => props.onChange(choice as Choice)}
    />
  );
}
