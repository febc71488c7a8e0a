import type { Message } from '../../words/message.ts';
import { type Expressions, matchExpression, sayable, type Term } from './match.ts';
import { anything, applyOperator, isOperator, type NamedSource, type Wanted } from './operators.ts';
import { type Piece, split } from './split.ts';

/** What a person searches for, read from what they typed. */
export type Query = Wanted &
  Expressions & {
    /** A word stands for every word that begins so, and that takes longer to look up. */
    open: boolean;
    /** Nothing of what was typed can be looked for: nothing is found, rather than everything. */
    hopeless: boolean;
    /** What was not understood and so is searched for as text, in words. */
    mistakes: Message[];
  };

/**
 * Words, “phrases” and operators with plain or quoted values, each with a minus for what must not be. Anything else is
 * text: nothing a person types is an error, and nothing of it reaches FTS5 unquoted.
 */
export function parseQuery(text: string, sources: readonly NamedSource[]): Query {
  const wanted = anything();
  const mistakes: Message[] = [];
  const terms: Term[] = [];
  const unsayable: { words: string; last: boolean }[] = [];
  let narrowed = false;
  for (const piece of split(text.replaceAll('\0', ' '))) {
    const term = readTerm(piece);
    if (isOperator(piece.operator) && !term.topic) {
      const outcome = applyOperator(wanted, piece.operator, piece, sources);
      if (outcome === 'applied' || outcome === 'unfinished') {
        narrowed = true;
        continue;
      }
      mistakes.push(outcome.mistake);
    }
    if (sayable(term.words)) terms.push(term);
    else if (term.words.trim() !== '') unsayable.push({ words: term.words, last: piece.last });
  }
  const hopeless = unsayable.length > 0 && terms.length === 0 && !narrowed;
  for (const { words, last } of unsayable) {
    if (hopeless || !last) mistakes.push(['nothingToSearch', words]); // beside others, letters may follow yet
  }
  return { ...wanted, ...matchExpression(terms), open: terms.some(({ open }) => open), hopeless, mistakes };
}

/** The last word is still being typed, and of a topic people know the beginning. */
function readTerm({ not, operator, value, last }: Piece): Term {
  const topic = operator?.toLowerCase() === 'topic';
  const words = topic || operator === null ? value : `${operator}:${value}`;
  return { words, topic, not, open: topic || (last && !not) };
}
