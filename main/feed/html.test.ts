import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainText } from './html.ts';

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['<p>One</p><p>Two<br>and a half</p>', 'One\n\nTwo\nand a half'],
  ['a &amp; b &lt;c&gt; &eacute; &#39;q&#39; &nbsp;', "a & b <c> é 'q'"],
  ['<p>Hi <a href="https://a.example/@ann" class="u-url">@<span>ann</span></a>,\n  see</p>', 'Hi @ann, see'],
  ['<ul><li>one</li><li>two</li></ul>', '• one\n• two'],
  ['<h1>Head</h1>text', 'Head\n\ntext'],
  ['<a title="a > b">link</a>', 'link'],
  ['<script>alert("<p>x</p>")</script><style>p{}</style>seen<!-- not this -->', 'seen'],
  ['<img src=x onerror=alert(1)>', ''],
  ['&lt;script&gt;', '<script>'],
  ['unclosed <b>bold', 'unclosed bold'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
])('%j reads %j', (html, text) => {
  expect(toPlainText(html)).toBe(text);
});

test('whatever it is given, it answers with text and nesting without end costs nothing', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '<p',
    '</p>',
    '<script>',
    '&',
    '&#',
    '<!--',
    '"',
    'x',
    '\n',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (html) => {
      expect(typeof toPlainText(html.join(''))).toBe('string');
    }),
  );
  expect(toPlainText('<b>'.repeat(300_000))).toBe('');
});
