import { isAscii, plain } from './plain.ts';
import { spread } from './spread.ts';

/** One thing that must or must not be contained: a word, or several in a row. */
export type Term = {
  words: string;
  /** To be looked for in the topic only. */
  topic: boolean;
  not: boolean;
  /** The last word stands for every word that begins so. */
  open: boolean;
};

/** What unicode61 makes words of; anything else is blank to it. https://sqlite.org/fts5.html#unicode61_tokenizer */
const LETTER = /[\p{L}\p{N}\p{Co}]/u;

export function sayable(text: string): boolean {
  return LETTER.test(text);
}

export type Expressions = {
  /** Null where nothing must be contained. */
  match: string | null;
  /**
   * What of `match` is quick to look up, each on its own: all but the words that others may begin with. Whatever matches,
   * matches these.
   */
  closed: string[];
  /** What must not be contained, where nothing must be; otherwise `match` says that too. */
  without: string | null;
  /** Regular expressions: in the plain form of a text that matches, each finds something (flags: iu). */
  shapes: string[];
};

/** FTS5 expressions. It can’t be asked for what lacks a word, only for what has one and lacks another. */
export function matchExpression(terms: Term[]): Expressions {
  const wanted = terms.filter(({ not }) => !not);
  const unwanted = terms.filter(({ not }) => not).map(inFts5);
  const match = wanted.length > 0 ? sideBySide(wanted.map(inFts5)) : null;
  const without = unwanted.length > 0 ? unwanted.join(' OR ') : null;
  const closed = wanted
    .map(withoutOpenWord)
    .filter(({ words }) => sayable(words))
    .map(inFts5);
  const shapes = wanted.flatMap(({ words }) => shapeOf(words));
  if (match === null || without === null) return { match, closed, without, shapes };
  return { match: `(${match}) NOT (${without})`, closed, without: null, shapes };
}

/** Not AND: FTS5 then leaves out those it finds no word in. */
export function sideBySide(expressions: string[]): string {
  return expressions.join(' ');
}

/** Words that follow each other, the last one perhaps longer. None where they are not of ASCII’s letters and digits. */
function shapeOf(words: string): string[] {
  const text = plain(words);
  const inARow = text !== null && isAscii(text) ? (text.match(/[a-z0-9]+/gi) ?? []) : [];
  return inARow.length > 0 ? [`(?<![a-z0-9])${inARow.join('[^a-z0-9]+')}`] : [];
}

/** The words before the open one, which may have blanks after it; cut where every alphabet agrees that a word ends. */
function withoutOpenWord(term: Term): Term {
  if (!term.open) return term;
  const words = /^.*[\s!-/:-@](?=.*[\p{L}\p{N}\p{Co}])/su.exec(term.words)?.[0] ?? '';
  return { ...term, words, open: false };
}

/** In quotes nothing has a meaning but the quote itself. https://sqlite.org/fts5.html#full_text_query_syntax */
function inFts5({ words, topic, open }: Term): string {
  return `${topic ? 'topic : ' : ''}"${spread(words).replaceAll('"', '""')}"${open ? ' *' : ''}`;
}
