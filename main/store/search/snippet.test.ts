import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '../../../preload/contract.ts';
import { cutSnippet } from './snippet.ts';

test('a short text is its own snippet, in one line', () => {
  expect(cutSnippet('disk\nfull', [[0, 4]])).toEqual({ snippet: 'disk full', snippetMarks: [[0, 4]] });
});

test('a long one is cut before a word near its first hit, and after its room', () => {
  const text = `${'word '.repeat(50)}disk ${'more '.repeat(100)}`;
  const { snippet, snippetMarks } = cutSnippet(text, [[250, 254]]);
  expect(snippet).toMatch(/^…(word )+disk more .*…$/);
  expect(snippetMarks.map(([start, end]) => snippet.slice(start, end))).toEqual(['disk']);
});

test('marks stay on what they mark, and no character is cut in two', () => {
  const words = fc.array(fc.constantFrom('disk', '🎉', 'ab\ncd', 'x'.repeat(60), 'a', '👩‍🚀'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, fc.nat(59), (list, at) => {
      const text = list.join(' ');
      const start = list.slice(0, at).join(' ').length + (at === 0 ? 0 : 1);
      const marks: Mark[] = at < list.length ? [[start, start + (list[at] as string).length]] : [];
      const { snippet, snippetMarks } = cutSnippet(text, marks);
      const shown = (from: string, all: Mark[]) =>
        all.map(([a, b]) => from.slice(a, b).replaceAll(/\s/g, ' '));
      expect(shown(snippet, snippetMarks)).toEqual(shown(text, marks));
      expect(snippet.isWellFormed()).toBe(true);
    }),
  );
});
