import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hours } from '../../preload/contract.ts';
import { endOfHours, isWithin, neverEnd, nextChange, nextTimeOfDay } from './hours.ts';
import { wallTime } from './zone.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const at = (text: string) => Date.parse(text);
const hours = (from: string, to: string, days = EVERY_DAY): Hours => ({ days, from, to });
/** When hours begin and end between two moments, in turns, as ISO 8601. */
function changes(all: Hours[], zone: string, from: string, to: string): string[] {
  const found: string[] = [];
  for (
    let change = nextChange(all, zone, at(from));
    change !== null && change < at(to);
    change = nextChange(all, zone, change)
  ) {
    found.push(new Date(change).toISOString().slice(0, 16));
  }
  return found;
}

test('a night goes on into the next day, whether or not that day is chosen', () => {
  const friday = hours('22:00', '07:00', [5]);
  const inside = (text: string) => isWithin(friday, 'Europe/Berlin', at(text));
  expect(inside('2026-01-09T21:59:59+01:00')).toBe(false);
  expect(inside('2026-01-09T22:00:00+01:00')).toBe(true);
  expect(inside('2026-01-10T06:59:59+01:00')).toBe(true);
  expect(inside('2026-01-10T07:00:00+01:00')).toBe(false);
  expect(inside('2026-01-09T06:00:00+01:00')).toBe(false);
});

test('hours that end when they begin last a whole day, and days that follow each other are one span', () => {
  const weekend = [hours('00:00', '00:00', [6, 0])];
  expect(changes(weekend, 'UTC', '2026-01-09T12:00Z', '2026-01-20T00:00Z')).toEqual([
    ...['2026-01-10T00:00', '2026-01-12T00:00'],
    ...['2026-01-17T00:00', '2026-01-19T00:00'],
  ]);
});

test('hours that touch are one span; without any there is no change', () => {
  const both = [hours('12:00', '13:00'), hours('13:00', '14:30')];
  expect(endOfHours(both, 'UTC', at('2026-01-09T12:30Z'))).toBe(at('2026-01-09T14:30Z'));
  expect(endOfHours(both, 'UTC', at('2026-01-09T14:30Z'))).toBeNull();
  expect(nextChange([], 'UTC', 0)).toBeNull();
});

test('hours without an end are told from long ones', () => {
  expect(neverEnd([hours('00:00', '00:00')])).toBe(true);
  expect(neverEnd([hours('22:00', '10:00'), hours('09:00', '23:00')])).toBe(true);
  expect(neverEnd([hours('00:00', '23:59')])).toBe(false);
  expect(neverEnd([])).toBe(false);
});

// Berlin, 2025: on 30 March 02:00 becomes 03:00, on 26 October 03:00 becomes 02:00.
test.each([
  [
    'a night of 23 hours’ day',
    '22:00',
    '07:00',
    '2025-03-29T12:00Z',
    ['2025-03-29T21:00', '2025-03-30T05:00'],
  ],
  [
    'a night of 25 hours’ day',
    '22:00',
    '07:00',
    '2025-10-25T12:00Z',
    ['2025-10-25T20:00', '2025-10-26T06:00'],
  ],
  [
    'a beginning that no clock shows',
    '02:30',
    '05:00',
    '2025-03-29T12:00Z',
    ['2025-03-30T01:00', '2025-03-30T03:00'],
  ],
  [
    'an end that no clock shows',
    '23:00',
    '02:30',
    '2025-03-29T12:00Z',
    ['2025-03-29T22:00', '2025-03-30T01:00'],
  ],
  [
    'a beginning that clocks show twice',
    '02:30',
    '05:00',
    '2025-10-25T12:00Z',
    ['2025-10-26T00:30', '2025-10-26T04:00'],
  ],
  [
    'an end that clocks show twice',
    '23:00',
    '02:30',
    '2025-10-25T12:00Z',
    ['2025-10-25T21:00', '2025-10-26T01:30'],
  ],
  [
    'within the hour that comes twice',
    '02:15',
    '02:45',
    '2025-10-25T12:00Z',
    ['2025-10-26T00:15', '2025-10-26T01:45'],
  ],
  [
    'within the hour that doesn’t come',
    '02:15',
    '02:45',
    '2025-03-29T12:00Z',
    ['2025-03-31T00:15', '2025-03-31T00:45'],
  ],
])('%s', (_what, from, to, start, expected) => {
  const end = new Date(at(start) + 2 * DAY).toISOString();
  expect(changes([hours(from, to)], 'Europe/Berlin', start, end).slice(0, 2)).toEqual(expected);
});

test('a time of day next comes today, tomorrow, or as soon as the clocks jump over it', () => {
  const next = (time: string, from: string) =>
    new Date(nextTimeOfDay(time, 'Europe/Berlin', at(from))).toISOString().slice(0, 16);
  expect(next('08:00', '2025-01-09T06:00Z')).toBe('2025-01-09T07:00');
  expect(next('08:00', '2025-01-09T07:00Z')).toBe('2025-01-10T07:00');
  expect(next('02:30', '2025-03-29T12:00Z')).toBe('2025-03-30T01:00');
  expect(next('02:30', '2025-10-26T00:10Z')).toBe('2025-10-26T00:30');
});

// Each zone in a year in which it did something: half an hour of daylight saving, or a day that it left out.
const YEARS: [string, number][] = [
  ['Europe/Berlin', 2025],
  ['America/New_York', 2024],
  ['Asia/Kolkata', 2025],
  ['Australia/Lord_Howe', 2025],
  ['Pacific/Apia', 2011],
  ['America/Havana', 2025],
  ['UTC', 2024],
];
const STEP = 30 * MINUTE;

/** Every half hour of a year, with the latest time that clocks have shown by then and the earliest still to come. */
function walk(zone: string, year: number) {
  const start = Date.UTC(year, 0, 1);
  const walls = Array.from({ length: 365 * 48 }, (_, step) => wallTime(zone, start + step * STEP));
  let latest = Number.NEGATIVE_INFINITY;
  const shown = walls.map((wall) => {
    latest = Math.max(latest, wall);
    return latest;
  });
  let earliest = Number.POSITIVE_INFINITY;
  const toCome = walls.map(() => 0);
  for (let step = walls.length - 1; step >= 0; step--) {
    earliest = Math.min(earliest, walls[step] as number);
    toCome[step] = earliest;
  }
  return { start, shown, toCome };
}

/** As the words say it: their beginning has been shown, and what is before their end, or it itself, is still to come. */
function isInsideByWords({ days, from, to }: Hours, shown: number, now: number, later: number): boolean {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = minutes(to) - minutes(from);
  const last = Math.floor(shown / DAY) * DAY;
  return [last - 2 * DAY, last - DAY, last].some((date) => {
    const begin = date + minutes(from) * MINUTE;
    const end = begin + (length > 0 ? length : length + 24 * 60) * MINUTE;
    return days.includes(new Date(date).getUTCDay()) && shown >= begin && (now < end || later <= end);
  });
}

test.each(YEARS)(
  '%s in %i: every change of any hours is where a walk through the year finds it',
  (zone, year) => {
    const { start, shown, toCome } = walk(zone, year);
    const time = fc.integer({ min: 0, max: 47 }).map((half) => {
      const two = (number: number) => String(number).padStart(2, '0');
      return `${two(Math.floor(half / 2))}:${two((half % 2) * 30)}`;
    });
    const anyHours = fc.record({ days: fc.subarray(EVERY_DAY, { minLength: 1 }), from: time, to: time });
    fc.assert(
      fc.property(fc.array(anyHours, { minLength: 1, maxLength: 2 }), (all) => {
        const inside = shown.map((latest, step) =>
          all.some((one) =>
            isInsideByWords(
              one,
              latest,
              toCome[step] as number,
              toCome[step + 1] ?? Number.POSITIVE_INFINITY,
            ),
          ),
        );
        const expected = inside.flatMap((now, step) =>
          step > 0 && step < inside.length - 1 && now !== inside[step - 1] ? [start + step * STEP] : [],
        );
        const found: number[] = [];
        const end = start + (inside.length - 2) * STEP;
        for (
          let change = nextChange(all, zone, start);
          change !== null && change <= end;
          change = nextChange(all, zone, change)
        ) {
          found.push(change);
          if (found.length > expected.length) break;
        }
        expect(found).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  },
);
