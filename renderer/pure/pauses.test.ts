import { expect, test } from 'vitest';
import { inAnHour, tomorrowMorning } from './pauses.ts';

test('a pause for an hour ends an hour from now', () => {
  expect(inAnHour(1_000)).toBe(3_601_000);
});

test('a pause until tomorrow ends at eight the next morning, over the end of a month too', () => {
  const late = new Date(2026, 10, 30, 23, 59).getTime();
  expect(new Date(tomorrowMorning(late))).toEqual(new Date(2026, 11, 1, 8));
  const early = new Date(2026, 10, 30, 0, 1).getTime();
  expect(new Date(tomorrowMorning(early))).toEqual(new Date(2026, 11, 1, 8));
});
