import type Database from 'better-sqlite3';
import type { Mark } from '../../../preload/contract.ts';

/**
 * Japanese and Chinese are written without blanks, and unicode61 would make one word of a sentence: only its beginning would
 * be found. So each of their signs is a word of its own to the index, and what is searched for is several in a row.
 */
const SIGN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;

/**
 * Letters that are no plain one with a mark on it, so that unicode61 lets them stand: as they are written where the keyboard lacks
 * them. https://lucene.apache.org/core/10_0_0/analysis/common/org/apache/lucene/analysis/miscellaneous/ASCIIFoldingFilter.html
 */
const PLAIN = new Map(Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }));

const CHANGED = new RegExp(`${SIGN.source}|[${[...PLAIN.keys()].join('')}]`, 'giu');

/** ASCII's own separator of units, which ends a word and is none. */
const BETWEEN = '\x1F';

/** Lets SQL call it, as the triggers of the index do. */
export function giveSpread(db: Database.Database): void {
  const orNull = (text: unknown) => (typeof text === 'string' ? spread(text) : null);
  db.function('spread', { deterministic: true }, orNull);
}

/** A text as the index is given it. */
export function spread(text: string): string {
  return text.replace(CHANGED, spreadSign);
}

function spreadSign(sign: string): string {
  return PLAIN.get(sign.toLowerCase()) ?? `${BETWEEN}${sign}${BETWEEN}`;
}

/** Marks in a text as the index was given it, as they lie in the text itself. */
export function unspreadMarks(text: string, marks: Mark[]): Mark[] {
  const signs = text.matchAll(CHANGED);
  let sign = signs.next().value;
  let grown = 0;
  const back = (place: number, isEnd: boolean): number => {
    for (; sign && place > sign.index + grown; sign = signs.next().value) {
      const { index, 0: here } = sign;
      const { length } = spreadSign(here);
      if (place < index + grown + length) return isEnd ? index + here.length : index;
      grown += length - here.length;
    }
    return place - grown;
  };
  return marks.map(([start, end]) => [back(start, false), back(end, true)]);
}
