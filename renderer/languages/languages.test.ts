import { afterEach, expect, it, test } from 'vitest';
import { type Language, languageSchema } from '../../preload/contract.ts';
import { language, speak, text } from '../text.ts';

afterEach(() => speak('en'));

type Said = { path: string; said: string };
type Maker = (...given: unknown[]) => unknown;

/** Every text with its path; what makes a text is given the same for each of its arguments, or these in turn. */
function allOf(given: unknown[], value: unknown = text, path = ''): Said[] {
  if (typeof value === 'string') return [{ path, said: value }];
  if (typeof value === 'function') return [{ path, said: make(value as Maker, given) }];
  return Object.entries(value as object).flatMap(([key, part]) => allOf(given, part, `${path}.${key}`));
}

/** Some take a name where others take a number. */
function make(value: Maker, given: unknown[]): string {
  try {
    return String(value(...given));
  } catch {
    return String(value(...given.map(String)));
  }
}

async function allIn(language: Language, given: unknown[]): Promise<Map<string, string>> {
  await speak(language);
  return new Map(allOf(given).map(({ path, said }) => [path, said]));
}

/** Stand for names, times and numbers alike. */
const MARKS = ['23', '47', '68'];

test.each(languageSchema.options)(
  '%s says something in every place, of none, one and many',
  async (language) => {
    for (const given of [[0, 0, 0], [1, 1, 1], MARKS]) {
      for (const [path, said] of await allIn(language, given)) {
        expect(said.trim(), path).not.toBe('');
        expect(said, path).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  },
);

const others = languageSchema.options.filter((one) => one !== 'en');

test.each(others)('%s mentions what English mentions', async (language) => {
  const english = await allIn('en', MARKS);
  for (const [path, said] of await allIn(language, MARKS)) {
    const mentioned = (words = '') => MARKS.filter((mark) => words.includes(mark));
    expect(mentioned(said), path).toEqual(mentioned(english.get(path)));
  }
});

test.each(others)('%s leaves nothing in English', async (language) => {
  const english = await allIn('en', MARKS);
  const same = [...(await allIn(language, MARKS))].filter(
    ([path, said]) => /[a-z]{2,} [a-z]{2,}/i.test(said) && said === english.get(path),
  );
  expect(same).toEqual([]);
});

test.each(languageSchema.options)('%s is set in the marks of its typographers', async (language) => {
  for (const [path, said] of await allIn(language, MARKS)) {
    expect(said, path).not.toMatch(/['"]|\.\.\.| {2}/);
    expect(said, path).not.toMatch(/\d (?:s|min|Min|h|秒|分|時間)(?!\p{L})/u);
    const words = said.replace(/https?:\/\/\S*/g, '');
    if (language === 'de') expect(words, path).not.toMatch(/[“”][\p{L}\d]|[^\u00a0=]…|[«»]/u);
    if (language === 'fr') expect(words, path).not.toMatch(/[^\u00a0][:»]|«[^\u00a0]|[^\u202f][;!?]|[“”„]/);
    if (language === 'es') expect(words, path).not.toMatch(/[“”„]|^[^¿]*\?/);
    if (language === 'ja') expect(words, path).not.toMatch(/[“”„«»]|[ぁ-ん一-龠]\.$/);
  }
});

it('changes what is kept of it, and the last call counts', async () => {
  const words = text.settings;
  const first = speak('de');
  const last = speak('fr');
  await Promise.all([first, last]);
  expect(language.value).toBe('fr');
  expect(words.title).toBe('Réglages');
  await speak('en');
  expect(words.title).toBe('Settings');
});

it('counts as the language does: in French none is one', async () => {
  expect(text.takeAlong.imported(0, 0)).toContain('0 sources');
  await speak('fr');
  expect(text.takeAlong.imported(0, 0)).toMatch(/0 source\b/);
  expect(text.rules.preview(2, 12_345)).toContain('12\u202f345');
});

it('puts the article before a date, and not before a day', async () => {
  await speak('fr');
  expect(text.pause.until('lundi')).toContain('jusqu’à lundi');
  expect(text.pause.until('dimanche 22 novembre 2026 à 16:57')).toContain('jusqu’au dimanche 22');
  expect(text.source.since('1er novembre')).toBe('depuis le 1er novembre');
  expect(text.source.since('09:41')).toBe('depuis 09:41');
  await speak('es');
  expect(text.pause.until('mañana 8:00')).toContain('hasta mañana 8:00');
  expect(text.source.since('1:05')).toBe('desde la 1:05');
  expect(text.source.since('9:41')).toBe('desde las 9:41');
  expect(text.source.since('3 de noviembre')).toBe('desde el 3 de noviembre');
});
