import { RE2JS, RE2JSSyntaxException, RE2Set } from 're2js';

/**
 * Regular expressions that people write, in an engine that takes time in proportion to pattern times text, whatever either
 * looks like: https://github.com/google/re2/wiki/WhyRE2. All of a set are looked for in one pass; the answer is those that
 * were found.
 */
export type Patterns = (text: string) => ReadonlySet<string>;

/** The instructions that a pattern may become. Ordinary ones take a few dozen; counted repetitions multiply. */
export const MAX_SIZE = 500;
/** Instructions times characters: with a large pattern among them, the set sees less of a long text. */
const MAX_WORK = 250_000;

/** A pattern that can't be used, in words for whoever wrote it. */
export class BadPattern extends Error {
  override name = 'BadPattern';
}

/** @throws BadPattern for the first that can't be used */
export function compilePatterns(sources: string[]): Patterns {
  if (sources.length === 0) return () => new Set();
  const size = Math.max(...sources.map(sizeOf));
  const maxChars = Math.floor(MAX_WORK / size);
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.MULTILINE);
  for (const source of sources) set.add(source);
  set.compile();
  return (text) => new Set(set.match(text.slice(0, maxChars)).map((index) => sources[index] as string));
}

/** How many instructions it becomes. @throws BadPattern for one that can't be used */
export function sizeOf(source: string): number {
  const size = compile(source).programSize();
  if (size <= MAX_SIZE) return size;
  throw new BadPattern(`The pattern “${source}” is too large: count its repetitions lower.`);
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.MULTILINE);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const reason = MISTAKES[error.getDescription()] ?? error.getDescription();
    throw new BadPattern(`The pattern “${source}” can’t be read: ${reason}${whereIn(source, error)}.`);
  }
}

/** The engine names the piece that it stumbled on, which may be all of it. */
function whereIn(source: string, error: RE2JSSyntaxException): string {
  const piece = (error.getPattern() ?? '').replace(/^\(\?m\)/, ''); // our own flag
  const at = source.lastIndexOf(piece);
  return piece === '' || piece === source || at < 0 ? '' : `, at “${piece}” (character ${at + 1})`;
}

/** https://pkg.go.dev/regexp/syntax#ErrorCode */
const MISTAKES: Record<string, string> = {
  'missing closing )': 'a “(” is never closed',
  'unexpected )': 'a “)” closes nothing',
  'missing closing ]': 'a “[” is never closed',
  'invalid character class': 'what stands in [ ] makes no sense',
  'invalid character class range': 'there is no such range or kind of character',
  'missing argument to repetition operator': 'there is nothing to repeat',
  'invalid nested repetition operator': 'a repetition is repeated',
  'invalid repeat count': 'a repetition counts too far, 1000 is the most',
  'invalid or unsupported Perl syntax': 'looking ahead or behind is not possible',
  'invalid escape sequence': 'there is no such escape, and references to groups are not possible',
  'trailing backslash at end of expression': 'a “\\” at the end escapes nothing',
  'invalid named capture': 'a group has a name that is none',
  'duplicate capture group name': 'two groups have one name',
  'expression nests too deeply': 'it is nested too deeply',
  'expression too large': 'it is too large',
};
