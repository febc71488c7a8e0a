import { once } from './once.ts';

/** The two-letter mark of a source. */
export type Mark = { letters: string; colour: number };

/** How many colours styles/mark.css holds. */
export const markColours = 10;

/**
 * Every source's mark, in the order the sources were added. A colour follows from the id, so it stays when a source
 * is renamed; where two ids ask for the same one, the later source takes the next free colour.
 */
export function marks(sources: { id: string; name: string }[]): Map<string, Mark> {
  const taken = new Set<number>();
  const result = new Map<string, Mark>();
  for (const { id, name } of sources) {
    if (taken.size === markColours) taken.clear();
    let colour = hash(id) % markColours;
    while (taken.has(colour)) colour = (colour + 1) % markColours;
    taken.add(colour);
    result.set(id, { letters: letters(name), colour });
  }
  return result;
}

/** First letters of the first two words, or the first two letters of the only one. */
export function letters(name: string): string {
  const words = name.split(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/u).filter((word) => word !== '');
  const [first, second] = words;
  if (first === undefined) return '?';
  const picked =
    second === undefined ? graphemes(first).slice(0, 2) : [graphemes(first)[0], graphemes(second)[0]];
  return isWide(picked[0]) ? (picked[0] ?? '?') : picked.join('').toLocaleUpperCase();
}

const segmenter = once(() => new Intl.Segmenter());
/** The segmenter takes 12 ms to make, and most names can do without. */
function graphemes(word: string): string[] {
  if (/^[\x20-\x7e]*$/.test(word)) return [...word];
  return Array.from(segmenter().segment(word), ({ segment }) => segment);
}

/** One Chinese, Japanese or Korean character or emoji fills the mark. */
function isWide(letter: string | undefined): boolean {
  return (
    letter !== undefined &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
      letter,
    )
  );
}

/** FNV-1a: spreads short ids well. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
