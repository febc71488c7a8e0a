import { expect, it } from 'vitest';
import { byteText } from './bytes.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [340_000, '340 kB'],
  [1_234_567, '1.23 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are "%s"', (bytes, words) => {
  expect(byteText(bytes, 'en')).toBe(words);
});

it('writes sizes as one does in the language', () => {
  expect(byteText(1_234_567, 'de')).toBe('1,23 MB');
  expect(byteText(1_234_567, 'fr')).toMatch(/^1,23\sMo$/);
});
