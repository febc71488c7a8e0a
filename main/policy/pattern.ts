import { RE2JS, RE2JSSyntaxException, RE2Set } from 're2js';
import type { PlainMessage, ShallowMessage } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';

/**
 * Regular expressions that people write, in an engine that takes time in proportion to pattern times text, whatever either
 * looks like: https://github.com/google/re2/wiki/WhyRE2. Many are looked for in one pass; the answer is those that were found.
 */
export type Patterns = (text: string) => ReadonlySet<string>;

/** The instructions that a pattern may become. Ordinary ones take a few dozen; counted repetitions multiply. */
export const MAX_SIZE = 500;
/** Instructions times characters: a large pattern sees less of a long text. */
const MAX_WORK = 250_000;
/** Those of about one size are looked for together, each size in as much of a text: what one sees never hangs on another. */
const SIZES = [25, 50, 100, 200, 350, MAX_SIZE];

/** A pattern that can't be used. */
export class BadPattern extends Refusal {
  override name = 'BadPattern';
  declare readonly says: ShallowMessage;

  constructor(...says: ShallowMessage) {
    super(...says);
  }
}

/** @throws BadPattern for the first that can't be used */
export function compilePatterns(sources: string[]): Patterns {
  const sized = sources.map((source) => ({ source, size: sizeOf(source) }));
  const searches = SIZES.map((most, index) => {
    const least = SIZES[index - 1] ?? 0;
    const alike = sized.filter(({ size }) => size > least && size <= most).map(({ source }) => source);
    return compileSet(alike, Math.floor(MAX_WORK / most));
  });
  return (text) => new Set(searches.flatMap((search) => search(text)));
}

function compileSet(sources: string[], maxChars: number): (text: string) => string[] {
  if (sources.length === 0) return () => [];
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.MULTILINE);
  for (const source of sources) set.add(source);
  set.compile();
  return (text) => set.match(text.slice(0, maxChars)).map((index) => sources[index] as string);
}

/** How many instructions it becomes. @throws BadPattern for one that can't be used */
export function sizeOf(source: string): number {
  const size = compile(source).programSize();
  if (size <= MAX_SIZE) return size;
  throw new BadPattern('patternTooLarge', source);
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.MULTILINE);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const description = error.getDescription();
    const why: PlainMessage = MISTAKES[description] ?? ['asIs', description];
    const place = whereIn(source, error);
    if (place === null) throw new BadPattern('patternUnreadable', source, why);
    throw new BadPattern('patternUnreadableAt', source, why, place.piece, place.character);
  }
}

/** The engine names the piece that it stumbled on, which may be all of it. */
function whereIn(source: string, error: RE2JSSyntaxException): { piece: string; character: number } | null {
  const piece = (error.getPattern() ?? '').replace(/^\(\?m\)/, ''); // our own flag
  const at = source.lastIndexOf(piece);
  return piece === '' || piece === source || at < 0 ? null : { piece, character: at + 1 };
}

/** https://pkg.go.dev/regexp/syntax#ErrorCode */
const MISTAKES: Record<string, PlainMessage> = {
  'missing closing )': ['neverClosed'],
  'unexpected )': ['closesNothing'],
  'missing closing ]': ['bracketNeverClosed'],
  'invalid character class': ['badClass'],
  'invalid character class range': ['badRange'],
  'missing argument to repetition operator': ['nothingToRepeat'],
  'invalid nested repetition operator': ['repeatsRepetition'],
  'invalid repeat count': ['repeatsTooFar'],
  'invalid or unsupported Perl syntax': ['noLookaround'],
  'invalid escape sequence': ['badEscape'],
  'trailing backslash at end of expression': ['trailingBackslash'],
  'invalid named capture': ['badGroupName'],
  'duplicate capture group name': ['twoGroupsOneName'],
  'expression nests too deeply': ['nestedTooDeeply'],
  'expression too large': ['isTooLarge'],
};
