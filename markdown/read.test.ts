import { describe, expect, it } from 'vitest';
import { MARKDOWN_CHARS, MARKDOWN_MARKS, readMarkdown } from './read.ts';
import { type Block, imagesIn } from './tree.ts';

/** What a tree shows, without its form. */
function shown(part: unknown): string {
  if (Array.isArray(part)) return part.map(shown).join('');
  if (typeof part !== 'object' || part === null) return '';
  const { text, ...rest } = part as { text?: string };
  return (text ?? '') + Object.values(rest).map(shown).join('');
}
const one = (text: string): Block | undefined => readMarkdown(text)?.[0];

it('reads what people write', () => {
  expect(one('**Disk** at `91 %`, see [run 7](https://a.example/7)')).toEqual({
    kind: 'paragraph',
    inner: [
      { kind: 'strong', inner: [{ kind: 'text', text: 'Disk' }] },
      { kind: 'text', text: ' at ' },
      { kind: 'code', text: '91 %' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', href: 'https://a.example/7', inner: [{ kind: 'text', text: 'run 7' }] },
    ],
  });
  expect(one('- [x] done\n- [ ] open')).toMatchObject({
    kind: 'list',
    start: null,
    items: [{ done: true }, { done: false }],
  });
  expect(one('| a | b |\n|---|---|\n| 1 | 2 |')).toMatchObject({
    kind: 'table',
    rows: [[[{ text: '1' }], [{ text: '2' }]]],
  });
  expect(one('> said')).toMatchObject({ kind: 'quote' });
  expect(one('```sh\nls -l\n```')).toEqual({ kind: 'code', text: 'ls -l' });
});

describe('what is not safe stays text', () => {
  it.each([
    ['<script>alert(1)</script>'],
    ['before <img src=x onerror=alert(1)> after'],
    ['<iframe src="https://evil.example"></iframe>'],
  ])('%s', (html) => {
    expect(shown(readMarkdown(html))).toBe(html);
  });
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'bellhop://app/',
    '/relative',
    'JaVaScRiPt:x',
  ])('no link or image leads to %s', (address) => {
    const tree = JSON.stringify(readMarkdown(`[a](${address}) ![b](${address}) <${address}>`));
    expect(tree).not.toMatch(/"kind":"(link|image)"/);
  });
});

it('decodes entities, which are text too', () => {
  expect(shown(readMarkdown('5 &lt; 6 &amp;&amp; it&#39;s &nope;'))).toBe("5 < 6 && it's &nope;");
  expect(shown(readMarkdown('`&lt;`'))).toBe('&lt;');
});

it('names its images, each once', () => {
  const tree = readMarkdown(
    '![a](https://a.example/1.png)\n\n> ![b](https://a.example/2.png) ![c](https://a.example/1.png)',
  );
  expect(imagesIn(tree ?? [])).toEqual(['https://a.example/1.png', 'https://a.example/2.png']);
});

it('gives up on what is too long, too deep, or would take seconds to pair', () => {
  expect(readMarkdown('a'.repeat(MARKDOWN_CHARS + 1))).toBeNull();
  expect(readMarkdown(`${'> '.repeat(500)}deep`)).toBeNull();
  expect(readMarkdown('*a '.repeat(MARKDOWN_MARKS))).not.toBeNull();
  expect(readMarkdown('*a '.repeat(MARKDOWN_MARKS + 1))).toBeNull();
});
