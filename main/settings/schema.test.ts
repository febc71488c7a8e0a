import { expect, test } from 'vitest';
import { settingsSchema } from './schema.ts';

test('a pause that an older Bellhop wrote as a switch is kept', () => {
  const paused = (value: unknown) => settingsSchema.parse({ paused: value }).paused;
  expect([true, false, null, 5_000, 'forever'].map(paused)).toEqual([
    'forever',
    null,
    null,
    5_000,
    'forever',
  ]);
});

test('at first there are no rules, quiet hours are off, and only small things come without a sound', () => {
  const { rules, quietHours, preferences } = settingsSchema.parse({});
  expect([rules, quietHours.enabled]).toEqual([[], false]);
  expect(preferences.sounds).toEqual({ 1: 'none', 2: 'none', 3: 'default', 4: 'default', 5: 'default' });
});
