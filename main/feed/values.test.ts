import { expect, test } from 'vitest';
import { toBody, toId, toLink, toPriority, toTime, toTitle } from './values.ts';

const AT = Date.parse('2024-05-01T10:00:00Z');

test.each([
  ['2024-05-01T10:00:00Z', AT],
  ['2024-05-01T12:00:00.25+02:00', AT + 250],
  [AT, AT],
  [AT / 1000, AT],
  [AT / 1000 + 0.25, AT + 250],
  [`${AT}`, AT],
  [`${AT / 1000}`, AT],
  [0, 0],
  [-5, null],
  [9e15, null],
  [Number.POSITIVE_INFINITY, null],
  ['99999999999999999999', null],
  ['yesterday', null],
  ['', null],
  [null, null],
  [true, null],
  [{ seconds: 5 }, null],
])('the time %j is %j', (value, ms) => {
  expect(toTime(value)).toBe(ms);
});

test.each([
  [1, 1],
  [5, 5],
  ['4', 4],
  ['low', 2],
  [' Urgent ', 5],
  ['max', 5],
  ['min', 1],
  ['default', 3],
  ['very-low', 1],
  [0, null],
  [10, null],
  [2.5, null],
  ['somewhat', null],
  [null, null],
  [['high'], null],
])('the priority %j is %j', (value, priority) => {
  expect(toPriority(value)).toBe(priority);
});

test.each([
  ['a', 'a'],
  [7, '7'],
  [0, '0'],
  [2 ** 53, null],
  [1.5, null],
  ['', null],
  ['x'.repeat(201), null],
  [{}, null],
])('the id %j is %j', (value, id) => {
  expect(toId(value)).toBe(id);
});

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  ['javascript:alert(1)', null],
  ['/relative', null],
  [`https://a.example/${'x'.repeat(5000)}`, null],
  [5, null],
])('the link %j is %j', (value, link) => {
  expect(toLink(value)).toBe(link);
});

test('a title is one line, and not an empty one', () => {
  expect(toTitle('  two\n lines ')).toBe('two lines');
  expect(toTitle(5)).toBe('5');
  for (const nothing of ['', ' \n', null, undefined, {}, []]) expect(toTitle(nothing)).toBeNull();
  expect(toTitle('x'.repeat(5000))).toHaveLength(1000);
});

test('a body keeps its lines; what is no text is shown as it came', () => {
  expect(toBody('two\nlines', 'text')).toBe('two\nlines');
  expect(toBody('<p>a</p>', 'text')).toBe('<p>a</p>');
  expect(toBody('<p>a</p>', 'html')).toBe('a');
  expect(toBody({ a: [1] }, 'text')).toBe('{"a":[1]}');
  expect(toBody(false, 'text')).toBe('false');
  for (const nothing of ['', ' \n', null, undefined]) expect(toBody(nothing, 'text')).toBeNull();
  expect(toBody('<p></p>', 'html')).toBeNull();
});
