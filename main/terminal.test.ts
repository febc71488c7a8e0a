import { expect, test } from 'vitest';
import { oneLine } from './terminal.ts';

test.each([
  ['plain, with ümläuts and 🥊', 'plain, with ümläuts and 🥊'],
  ['two\nlines\r\nand\ttabs', 'two lines and tabs'],
  ['\x1b[31mred\x1b[0m', 'red'],
  ['\x1b]0;a new title\x07text', 'text'],
  ['\x1b[2J\x1b[Hcleared', 'cleared'],
  ['bell\x07 back\x08 \x9b31mC1 \x7f delete', 'bell  back'],
])('%j', (text, expected) => {
  expect(oneLine(text)).toContain(expected);
  expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
});
