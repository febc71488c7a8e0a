import type Database from 'better-sqlite3';

/**
 * Japanese and Chinese are written without blanks, and unicode61 would make one word of a sentence: only its beginning would
 * be found. So each of their signs is a word of its own to the index, and what is searched for is several in a row.
 */
const SIGN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu;

/** ASCII's own separator of units, which ends a word and is none. */
const BETWEEN = '\x1F';

/** Lets SQL call it, as the triggers of the index do. */
export function giveSpread(db: Database.Database): void {
  const orNull = (text: unknown) => (typeof text === 'string' ? spread(text) : null);
  db.function('spread', { deterministic: true }, orNull);
}

/** A text as the index is given it. */
export function spread(text: string): string {
  return text.replace(SIGN, `${BETWEEN}$&${BETWEEN}`);
}

/** The text again. */
export function unspread(text: string): string {
  return text.replaceAll(BETWEEN, '');
}
