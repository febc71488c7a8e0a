import { expect, test } from 'vitest';
import { mistakes } from '../../preload/shapes/mistakes.ts';
import { gaps, journal } from './en/journal.ts';
import { problems, startTroubles } from './en/problems.ts';
import { patterns, refusals, system } from './en/refusals.ts';
import { troubles } from './en/troubles.ts';
import { toastFailures } from './en/why.ts';
import { wordsIn } from './words.ts';

const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;

/** Every text of a catalogue by its path; those made of something, of marks like “⟨0⟩”. */
function texts(value: unknown, path = ''): { path: string; text: string; marks: string[] }[] {
  if (typeof value === 'string') return [{ path, text: value, marks: [] }];
  if (typeof value === 'function') {
    const marks = Array.from({ length: value.length }, (_, index) => `⟨${index}⟩`);
    return [{ path, text: value(...marks), marks }];
  }
  return Object.entries(value as object).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

test.each(languages)('%s says something in every place, and mentions what it is about', (language) => {
  for (const { path, text, marks } of texts(wordsIn(language))) {
    expect(text.trim(), path).not.toBe('');
    for (const mark of marks) expect(text, path).toContain(mark);
  }
});

test('a message has a name of its own, whatever it is about', () => {
  const groups = [
    troubles,
    journal,
    gaps,
    problems,
    startTroubles,
    refusals,
    patterns,
    system,
    toastFailures,
    mistakes,
  ];
  const names = groups.flatMap((group) => Object.keys(group));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(Object.keys(wordsIn('en').messages).sort()).toEqual(names.sort());
});

test.each(languages.slice(1))('%s leaves hardly anything in English', (language) => {
  const english = new Map(texts(wordsIn('en')).map(({ path, text }) => [path, text]));
  const same = texts(wordsIn(language)).filter(
    ({ path, text }) => /[a-z]{4} [a-z]{3}/i.test(text) && english.get(path) === text,
  );
  expect(same).toEqual([]);
});

test.each(languages)('%s lets no line end between a number and its unit', (language) => {
  const broken = /[\d⟩] (?:s|h|秒|分|時間|Mi?[Bo])(?![\p{L}’])/u;
  for (const { path, text } of texts(wordsIn(language))) expect(text, path).not.toMatch(broken);
});

test.each(languages)('%s writes quotes and apostrophes as its typographers do', (language) => {
  for (const { path, text } of texts(wordsIn(language))) expect(text, path).not.toMatch(/['"]|\.\.\./);
});
