import { expect, test } from 'vitest';
import { compilePatterns } from './pattern.ts';
import { TEXT_CHARS } from './rules.ts';

const compilePattern = (source: string) => {
  const found = compilePatterns([source]);
  return (text: string) => found(text).has(source);
};

test('a pattern is found anywhere, with the ends of lines as its anchors', () => {
  expect(compilePattern('^Build \\d+$')('CI\nBuild 42\nfailed')).toBe(true);
  expect(compilePattern('^42')('Build 42')).toBe(false);
  expect([compilePattern('fail')('FAILED'), compilePattern('(?i)fail')('FAILED')]).toEqual([false, true]);
});

test.each([
  ['a(b', 'The pattern “a(b” can’t be read: a “(” is never closed.'],
  [
    'x[z-a]',
    'The pattern “x[z-a]” can’t be read: there is no such range or kind of character, at “z-a” (character 3).',
  ],
  ['(?=a)', 'looking ahead or behind is not possible, at “(?=” (character 1)'],
  ['(a)\\1', 'references to groups are not possible, at “\\1” (character 4)'],
  ['a{1001}', 'a repetition counts too far, 1000 is the most'],
  ['[a', 'a “[” is never closed'],
  ['*', 'there is nothing to repeat'],
  ['a\\', 'a “\\” at the end escapes nothing'],
  ['[ab]{900}', 'The pattern “[ab]{900}” is too large: count its repetitions lower.'],
  ['('.repeat(300) + ')'.repeat(200), 'can’t be read'],
])('%s is refused in words', (pattern, words) => {
  expect(() => compilePattern(pattern)).toThrow(words);
});

// Each takes an engine that backtracks longer than anyone waits, on texts of this length.
test.each([
  ['(a+)+$', 'a', '!'],
  ['(a|aa)+$', 'a', '!'],
  ['([a-zA-Z]+)*$', 'a', '1'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a', ''],
  ['(.*a){20}$', 'a', '!'],
  ['(x+x+)+y', 'x', ''],
  ['(?:a?){100}a{100}$', 'a', '!'],
  ['\\s+$', ' ', '!'],
])('%s ends on a long text', (pattern, piece, last) => {
  const text = piece.repeat(TEXT_CHARS) + last;
  expect(() => compilePattern(pattern)(text)).not.toThrow();
});

test('the larger a pattern is, the less it looks at', () => {
  const looked = (pattern: string) => {
    const matches = compilePattern(pattern);
    const hasIt = (before: number) => matches(`${'-'.repeat(before)}${'a'.repeat(400)}`);
    return [400, 2_000, 9_000].filter(hasIt);
  };
  expect(looked('a')).toEqual([400, 2_000, 9_000]);
  expect(looked('a{50}')).toEqual([400, 2_000]);
  expect(looked('a{300}')).toEqual([400]);
});

test('how much a pattern looks at doesn’t hang on the others: alone it was tried on the history', () => {
  const found = compilePatterns(['late', 'a{300}']);
  expect([...found(`${'-'.repeat(9_000)}late`)]).toEqual(['late']);
  expect([...found(`${'a'.repeat(300)}${'-'.repeat(8_000)}late`)].sort()).toEqual(['a{300}', 'late']);
});

test('of several those are told that are found, each by itself', () => {
  const found = compilePatterns(['^a', 'b$', 'c', '(?i)C', 'c']);
  expect([...found('ab')].sort()).toEqual(['^a', 'b$']);
  expect([...found('-C-')]).toEqual(['(?i)C']);
  expect([...found('c')].sort()).toEqual(['(?i)C', 'c']);
  expect(compilePatterns([])('a').size).toBe(0);
  expect(() => compilePatterns(['a', '('])).toThrow('never closed');
});
