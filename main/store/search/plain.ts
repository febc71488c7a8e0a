import { spread } from './spread.ts';

/** Stand alone after other signs, and what FTS5 makes of each differs. The selector for emoji is no part of words. */
const MARK = /(?!\uFE0F)\p{M}/gu;

/**
 * A text with what the index takes for ASCII letters (`spread`, `remove_diacritics 2`) as such, but in its own case, and
 * with long s as it is: /s/iu finds that, too. Null where only FTS5 knows.
 */
export function plain(text: string): string | null {
  if (isAscii(text)) return text;
  if (text.search(MARK) !== -1) return null;
  return spread(text).normalize('NFD').replace(MARK, '');
}

export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII, too
  return /^[\x00-\x7F]*$/.test(text);
}
