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
   * What of `match` is quick to look up: all but the words that others may begin with. Whatever matches, matches this.
   * Null where nothing is left.
   */
  quick: string | null;
  /** What must not be contained, where nothing must be; otherwise `match` says that too. */
  without: string | null;
};

/** FTS5 expressions. It can’t be asked for what lacks a word, only for what has one and lacks another. */
export function matchExpression(terms: Term[]): Expressions {
  // Side by side, not AND: FTS5 then leaves out those it finds no word in.
  const wanted = terms.filter(({ not }) => !not).map(inFts5);
  const unwanted = terms.filter(({ not }) => not).map(inFts5);
  const match = wanted.length > 0 ? wanted.join(' ') : null;
  const without = unwanted.length > 0 ? unwanted.join(' OR ') : null;
  const closed = terms.filter(({ not }) => !not).map(withoutOpenWord);
  const quick =
    closed
      .filter(({ words }) => sayable(words))
      .map(inFts5)
      .join(' ') || null;
  if (match === null || without === null) return { match, quick, without };
  return { match: `(${match}) NOT (${without})`, quick, without: null };
}

/** The words before the open one, cut where every alphabet agrees that a word ends. */
function withoutOpenWord(term: Term): Term {
  if (!term.open) return term;
  const words = /^.*[\s!-/:-@]/s.exec(term.words)?.[0] ?? '';
  return { ...term, words, open: false };
}

/** In quotes nothing has a meaning but the quote itself. https://sqlite.org/fts5.html#full_text_query_syntax */
function inFts5({ words, topic, open }: Term): string {
  return `${topic ? 'topic : ' : ''}"${spread(words).replaceAll('"', '""')}"${open ? ' *' : ''}`;
}
