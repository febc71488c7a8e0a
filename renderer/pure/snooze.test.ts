import { expect, test } from 'vitest';
import { readMoment, snoozeChoices, toField } from './snooze.ts';

const at = (text: string) => new Date(text).getTime();
const choices = (now: string) => snoozeChoices(at(now)).map(({ kind, until }) => [kind, until]);

test('on a Wednesday morning: later, this evening, tomorrow, Monday', () => {
  expect(choices('2026-11-18T09:30')).toEqual([
    ['hours', at('2026-11-18T12:30')],
    ['evening', at('2026-11-18T18:00')],
    ['tomorrow', at('2026-11-19T08:00')],
    ['monday', at('2026-11-23T08:00')],
  ]);
});

test('in the evening it is too late for “this evening”; on Sunday Monday is tomorrow', () => {
  expect(choices('2026-11-22T19:00').map(([kind]) => kind)).toEqual(['hours', 'tomorrow']);
});

test('on a Monday, Monday is the next one', () => {
  expect(choices('2026-11-23T09:00').at(-1)).toEqual(['monday', at('2026-11-30T08:00')]);
});

test('a field’s moment counts only while it is to come', () => {
  const now = at('2026-11-18T09:30');
  expect(readMoment('2026-11-18T09:31', now)).toBe(at('2026-11-18T09:31'));
  for (const value of ['', 'soon']) expect(readMoment(value, now)).toBe('none');
  for (const value of ['2026-11-18T09:30', '0026-11-18T09:30']) expect(readMoment(value, now)).toBe('over');
  expect(readMoment(toField(now + 60_000), now)).toBe(now + 60_000);
});
