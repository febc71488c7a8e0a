import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkify } from './linkify.ts';

const urls = (text: string) => linkify(text).flatMap((piece) => (piece.isUrl ? [piece.text] : []));

it('finds web addresses and leaves the punctuation around them', () => {
  expect(urls('See https://a.example/x, or (http://b.example/y?z=1#top).')).toEqual([
    'https://a.example/x',
    'http://b.example/y?z=1#top',
  ]);
});

it('keeps brackets that belong to the address', () => {
  expect(urls('https://en.example/wiki/Bell_(instrument)')).toEqual([
    'https://en.example/wiki/Bell_(instrument)',
  ]);
});

it('takes nothing but http and https for an address', () => {
  expect(urls('javascript:alert(1) file:///etc/passwd mailto:a@b.example https:// ftp://a.example')).toEqual(
    [],
  );
});

it('loses no character of any text', () => {
  const word = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(' ', '\n', '(', ').', 'http://'));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join('');
      expect(
        linkify(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('reads a megabyte of brackets and stops without losing breath', () => {
  for (const tail of [')', '.', ').', ')(']) {
    const text = `https://a.example/${tail.repeat(1_000_000 / tail.length)}`;
    const joined = linkify(text).map((piece) => piece.text);
    expect(joined.join('')).toBe(text);
  }
});
