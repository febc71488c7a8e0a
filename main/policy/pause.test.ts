import { expect, test } from 'vitest';
import { pauseAt } from './pause.ts';

test('a pause ends by the clock; one without an end stays', () => {
  expect(pauseAt(1_000, 999)).toBe(1_000);
  expect(pauseAt(1_000, 1_000)).toBeNull();
  expect(pauseAt('forever', Number.MAX_SAFE_INTEGER)).toBe('forever');
  expect(pauseAt(null, 0)).toBeNull();
});
