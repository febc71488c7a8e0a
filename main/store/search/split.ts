/**
 * One word, phrase or operator of a search. `last`: it ends the text, so that the person may not be through with it.
 */
export type Piece = { not: boolean; operator: string | null; value: string; last: boolean };

const QUOTES = '"“”„'; // keyboards of telephones and Macs turn the first into the others
const PIECE = new RegExp(
  `(-?)(?:([a-z]+):)?(?:[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)|([^\\s${QUOTES}]*))`,
  'iy',
);

/** Text cut at blanks that are not in quotes. A quote that doesn’t end goes to the end. */
export function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    PIECE.lastIndex = at;
    const [whole = '', minus, operator, quoted, endQuote, plain = ''] = PIECE.exec(text) ?? [];
    if (whole === '') continue; // a blank
    const end = at + whole.length;
    pieces.push({
      not: minus === '-',
      operator: operator ?? null,
      value: quoted ?? plain,
      last: end === text.length && !endQuote,
    });
    at = end - 1;
  }
  return pieces;
}
