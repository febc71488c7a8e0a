import { describe, expect, it } from 'vitest';
import { isSettled, times } from './time.ts';

const berlin = times({ locale: 'en-GB', timeZone: 'Europe/Berlin' });
const now = Date.parse('2026-11-22T09:41:30+01:00');
const ago = (ms: number) => now - ms;

describe('the short time beside a row', () => {
  it('is "now" under a minute, and for a clock that runs ahead', () => {
    expect(berlin.short(ago(59_999), now)).toBe('now');
    expect(berlin.short(now + 5_000, now)).toBe('now');
  });
  it('counts whole minutes for an hour, then is the clock', () => {
    expect(berlin.short(ago(60_000), now)).toBe('1 min');
    expect(berlin.short(ago(3_599_999), now)).toBe('59 mins');
    expect(berlin.short(ago(3_600_000), now)).toBe('08:41');
  });
  it('is settled from the moment it is the clock', () => {
    expect(isSettled(ago(3_599_999), now)).toBe(false);
    expect(isSettled(ago(3_600_000), now)).toBe(true);
  });
});

describe('the name of a day', () => {
  it('goes from today over weekdays to dates', () => {
    expect(berlin.dayName(Date.parse('2026-11-22T00:00:00+01:00'), now)).toBe('today');
    expect(berlin.dayName(Date.parse('2026-11-21T23:59:59+01:00'), now)).toBe('yesterday');
    expect(berlin.dayName(Date.parse('2026-11-16T12:00:00+01:00'), now)).toBe('Monday');
    expect(berlin.dayName(Date.parse('2026-11-15T12:00:00+01:00'), now)).toBe('15 November');
    expect(berlin.dayName(Date.parse('2025-12-31T12:00:00+01:00'), now)).toBe('31 December 2025');
  });
  it('goes from today on to tomorrow, weekdays and dates, for what comes back', () => {
    expect(berlin.dayName(Date.parse('2026-11-23T00:00:00+01:00'), now)).toBe('tomorrow');
    expect(berlin.dayName(Date.parse('2026-11-28T12:00:00+01:00'), now)).toBe('Saturday');
    expect(berlin.dayName(Date.parse('2026-11-29T12:00:00+01:00'), now)).toBe('29 November');
  });
  it('counts days by the calendar across the end of daylight saving', () => {
    const sundayEvening = Date.parse('2026-10-25T23:30:00+01:00');
    expect(berlin.dayName(Date.parse('2026-10-24T00:10:00+02:00'), sundayEvening)).toBe('yesterday');
  });
  it('belongs to the time zone of the person', () => {
    const tokyo = times({ locale: 'en', timeZone: 'Asia/Tokyo' });
    expect(berlin.dayKey(Date.parse('2026-11-21T20:00:00Z'))).toBe('2026-11-21');
    expect(tokyo.dayKey(Date.parse('2026-11-21T20:00:00Z'))).toBe('2026-11-22');
  });
});

it('writes the hour as the locale does', () => {
  expect(berlin.clock(now)).toBe('09:41');
  const american = times({ locale: 'en-US', timeZone: 'Europe/Berlin' });
  expect(american.clock(now).replace(/\s/, ' ')).toBe('9:41 AM');
});

it('writes a span of time with one day, and over a midnight with the earlier one', () => {
  expect(berlin.span(ago(90 * 60_000), ago(30 * 60_000), now)).toBe('08:11–09:11');
  expect(berlin.span(ago(10 * 3_600_000), now, now)).toBe('yesterday 23:41–09:41');
});

it('shows a day instead of the clock when it was not today', () => {
  expect(berlin.clockOrDay(now, now)).toBe('09:41');
  expect(berlin.clockOrDay(ago(24 * 3_600_000), now)).toBe('yesterday');
});

it('gives milliseconds where the order of things matters', () => {
  expect(berlin.precise(now + 214)).toBe('09:41:30.214');
});

it.each([
  ['en-US', 'now', '3 min', 'yesterday', 'Tuesday', 'November 3', '9:41 AM'],
  ['de', 'jetzt', '3 Min.', 'gestern', 'Dienstag', '3. November', '09:41'],
  ['fr', 'maintenant', '3 min', 'hier', 'mardi', '3 novembre', '09:41'],
  ['es', 'ahora', '3 min', 'ayer', 'martes', '3 de noviembre', '9:41'],
  ['ja', '今', '3 分', '昨日', '火曜日', '11月3日', '9:41'],
])('speaks of times as one does in %s', (locale, now_, minutes, yesterday, weekday, date, clock) => {
  const there = times({ locale, timeZone: 'Europe/Berlin' });
  const day = 24 * 3_600_000;
  expect(there.short(now, now)).toBe(now_);
  expect(there.short(ago(3 * 60_000), now).replace(/\s/, ' ')).toBe(minutes);
  expect(there.dayName(ago(day), now)).toBe(yesterday);
  expect(there.dayName(ago(5 * day), now)).toBe(weekday);
  expect(there.dayName(ago(19 * day), now)).toBe(date);
  expect(there.clock(now).replace(/\s/, ' ')).toBe(clock);
});
