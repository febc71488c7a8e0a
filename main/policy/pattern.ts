import { RE2JS, RE2JSSyntaxException } from 're2js';

/**
 * Regular expressions that people write, in an engine that takes time in proportion to pattern times text, whatever either
 * looks like: https://github.com/google/re2/wiki/WhyRE2
 */
export type Pattern = (text: string) => boolean;

/** The instructions that a pattern may become. Ordinary ones take a few dozen; counted repetitions multiply. */
export const MAX_SIZE = 500;
/** Instructions times characters: a large pattern sees less of a long text. */
const MAX_WORK = 250_000;

/** A pattern that can't be used, in words for whoever wrote it. */
export class BadPattern extends Error {
  override name = 'BadPattern';
}

/** @throws BadPattern */
export function compilePattern(source: string): Pattern {
  const compiled = compile(source);
  const size = compiled.programSize();
  if (size > MAX_SIZE) {
    throw new BadPattern(`The pattern “${source}” is too large: count its repetitions lower.`);
  }
  const maxChars = Math.floor(MAX_WORK / size);
  return (text) => compiled.test(text.slice(0, maxChars));
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
