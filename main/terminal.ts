import { stripVTControlCharacters } from 'node:util';

/**
 * Text from a server as one line for a terminal: escape sequences and control characters could move the cursor,
 * change the title or worse.
 */
export function oneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

/** The same for text of several lines: line ends and tabs stay. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?![\n\t])\p{Cc}/gu, '');
}
