import { expect, test } from 'vitest';
import { requestSchemas } from '../../preload/contract.ts';
import { rule } from '../../testing/rules.ts';
import { byZod } from './by-zod.ts';
import { say } from './message.ts';
import { wordsIn } from './words.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;
const letters = (count: number) => 'x'.repeat(count);
const source = {
  ...{ name: 'S', url: 'https://a.example/live', dialect: 'rows', mapping: null },
  credential: { kind: 'none' },
};
const { setRules, addSource } = requestSchemas;

test.each([
  ['the name of a rule', 80, setRules.safeParse({ rules: [{ ...rule('r', {}), name: letters(81) }] })],
  ['the text of a rule', 500, setRules.safeParse({ rules: [rule('r', { text: letters(501) })] })],
  ['the pattern of a rule', 500, setRules.safeParse({ rules: [rule('r', { regex: letters(501) })] })],
  ['the topic of a rule', 200, setRules.safeParse({ rules: [rule('r', { topic: letters(201) })] })],
  ['the name of a source', 80, addSource.safeParse({ ...source, name: letters(81) })],
])('that %s is too long is said in every language, with the most there may be', (_what, most, { error }) => {
  const messages = (error?.issues ?? []).map(byZod);
  expect(messages).toEqual([['textTooLong', most]]);
  for (const language of LANGUAGES) {
    const said = messages.map((message) => say(wordsIn(language), message)).join();
    expect(said).toContain(String(most));
    expect(said).not.toContain('Too big');
  }
});

test.each([
  ['longPassphrase', requestSchemas.exportSettings.safeParse({ passphrase: letters(1001) })],
  ['longAddress', addSource.safeParse({ ...source, url: `https://a.example/${letters(2048)}` })],
])('a limit with words of its own keeps them: %s', (name, { error }) => {
  expect((error?.issues ?? []).map(byZod)).toEqual([[name]]);
});
