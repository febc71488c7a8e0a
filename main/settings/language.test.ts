import { expect, test } from 'vitest';
import { systemLanguages } from './language.ts';

test('the system’s languages are told as Intl writes them, and what it does not know is left out', () => {
  const languages = () => ['pt_BR.UTF-8', 'C', 'de-AT', 'sr_RS@latin', 'no such', ''];
  expect(systemLanguages({ languages })).toEqual(['pt-BR', 'de-AT', 'sr-RS']);
});
