import { expect, it } from 'vitest';
import { byteText } from './bytes.ts';

it.each([
  [0, '0\u00a0bytes'],
  [1, '1\u00a0byte'],
  [999, '999\u00a0bytes'],
  [340_000, '340\u00a0kB'],
  [1_234_567, '1.23\u00a0MB'],
  [5_000_000_000_000, '5,000\u00a0GB'],
])('%i bytes are "%s"', (bytes, words) => {
  expect(byteText(bytes, 'en')).toBe(words);
});

it('writes sizes as one does in the language', () => {
  expect(byteText(1_234_567, 'de')).toBe('1,23\u00a0MB');
  expect(byteText(1_234_567, 'fr')).toMatch(/^1,23\sMo$/);
});
