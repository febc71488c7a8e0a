import { expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';

it.each([
  [['de-AT', 'en-US'], 'de'],
  [['nl-NL', 'pt-BR', 'es-419', 'en'], 'es'],
  [['fr_CA.UTF-8'], 'fr'],
  [['de_DE@euro'], 'de'],
  [['JA-Jpan-JP'], 'ja'],
  [['nl', 'C', ''], 'en'],
  [[], 'en'],
])('of what the system prefers, %j, it speaks %s', (preferred, language) => {
  expect(chooseLanguage('system', preferred)).toBe(language);
});

it('speaks the language that was chosen, whatever the system prefers', () => {
  expect(chooseLanguage('ja', ['de-DE'])).toBe('ja');
});
