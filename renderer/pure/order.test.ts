import { expect, test } from 'vitest';
import { placedBy, shifted } from './order.ts';

const things = ['a', 'b', 'c'].map((id) => ({ id }));
const ids = (all: typeof things) => all.map(({ id }) => id).join('');

test('things move one place, and not over the ends', () => {
  expect(ids(shifted(things, 'a', 1))).toBe('bac');
  expect(ids(shifted(things, 'c', -1))).toBe('acb');
  expect(shifted(things, 'a', -1)).toBe(things);
  expect(shifted(things, 'c', 1)).toBe(things);
  expect(shifted(things, 'x', 1)).toBe(things);
});

test('things are put before or after another, up and down', () => {
  expect(ids(placedBy(things, 'c', 'a', 'before'))).toBe('cab');
  expect(ids(placedBy(things, 'c', 'a', 'after'))).toBe('acb');
  expect(ids(placedBy(things, 'a', 'c', 'before'))).toBe('bac');
  expect(ids(placedBy(things, 'a', 'c', 'after'))).toBe('bca');
  expect(placedBy(things, 'a', 'a', 'after')).toBe(things);
  expect(placedBy(things, 'x', 'a', 'after')).toBe(things);
});
