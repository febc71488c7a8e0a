import type { Mark } from '../../../preload/contract.ts';

/** A line of a list has room for about so much. */
const SNIPPET_CHARS = 240;
/** Shown before the first hit, so that it stands in its sentence. */
const LEAD_CHARS = 40;

/** The part of a text around its first hit, or its beginning, as one line; with the marks that lie in it. */
export function cutSnippet(text: string, marks: Mark[]): { snippet: string; snippetMarks: Mark[] } {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= LEAD_CHARS ? 0 : startOfWord(text, first - LEAD_CHARS, first);
  const to = endOfCharacter(text, from + SNIPPET_CHARS);
  const lead = from > 0 ? '…' : '';
  const trail = to < text.length ? '…' : '';
  const shift = lead.length - from;
  return {
    // One blank for one sign, so that the marks stay where they are.
    snippet: `${lead}${text.slice(from, to).replaceAll(/\s/g, ' ')}${trail}`,
    snippetMarks: marks
      .filter(([start]) => start < to)
      .map(([start, end]) => [start + shift, Math.min(end, to) + shift]),
  };
}

function startOfWord(text: string, earliest: number, latest: number): number {
  const blank = text.slice(earliest, latest).search(/\s\S/);
  return blank === -1 ? endOfCharacter(text, earliest) : earliest + blank + 1;
}

/** Not between the halves of a character above U+FFFF. */
function endOfCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}
