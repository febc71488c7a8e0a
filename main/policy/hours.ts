import type { Hours } from '../../preload/contract.ts';
import { momentsOf, wallTime } from './zone.ts';

/**
 * Hours of the week in a time zone, as moments: unix milliseconds. A span is never torn by a change of the clocks: it begins
 * when they first show its beginning, and ends when they last show its end.
 */

type Span = { from: number; to: number };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What lasts longer than a week, lasts for ever. */
const LONGEST_MS = 8 * DAY_MS;

export function isWithin(hours: Hours, zone: string, at: number): boolean {
  return spansNear([hours], zone, at, [-1, 0, 1]).some((span) => contains(span, at));
}

/** When the hours that hold at a moment end, others that follow without a break included; null outside of them. */
export function endOfHours(hours: Hours[], zone: string, at: number): number | null {
  let end = at;
  while (end - at < LONGEST_MS) {
    const spans = spansNear(hours, zone, end, [-1, 0, 1]).filter((span) => contains(span, end));
    if (spans.length === 0) break;
    end = Math.max(...spans.map(({ to }) => to));
  }
  return end > at ? end : null;
}

/** When it next makes a difference: the hours end, or they begin. Null where they never do. */
export function nextChange(hours: Hours[], zone: string, at: number): number | null {
  const end = endOfHours(hours, zone, at);
  if (end !== null) return end - at < LONGEST_MS ? end : null;
  const spans = spansNear(hours, zone, at, [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const later = spans.map(({ from }) => from).filter((from) => from > at);
  return later.length > 0 ? Math.min(...later) : null;
}

/** There is no moment outside of them. */
export function neverEnd(hours: Hours[]): boolean {
  return (endOfHours(hours, 'UTC', 0) ?? 0) >= LONGEST_MS;
}

/** When the clocks next show a time of day. @param time such as `08:00` */
export function nextTimeOfDay(time: string, zone: string, at: number): number {
  const today = dateAt(zone, at);
  const moments = [-1, 0, 1, 2].map(
    (day) => momentsOf(zone, today + day * DAY_MS + sinceMidnight(time)).first,
  );
  return Math.min(...moments.filter((moment) => moment > at));
}

/** The spans that begin some days (0: none) after the local date of a moment. */
function spansNear(hours: Hours[], zone: string, at: number, days: number[]): Span[] {
  const today = dateAt(zone, at);
  return days.flatMap((day) => spansOn(hours, zone, today + day * DAY_MS));
}

function spansOn(hours: Hours[], zone: string, date: number): Span[] {
  const weekday = new Date(date).getUTCDay();
  return hours
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => {
      const overnight = sinceMidnight(to) <= sinceMidnight(from);
      const lastDate = overnight ? date + DAY_MS : date;
      return {
        from: momentsOf(zone, date + sinceMidnight(from)).first,
        to: momentsOf(zone, lastDate + sinceMidnight(to)).last,
      };
    })
    .filter(({ from, to }) => from < to); // clocks may jump over all of it
}

const contains = ({ from, to }: Span, at: number) => from <= at && at < to;

/** Midnight of the local date, as a wall time. */
function dateAt(zone: string, at: number): number {
  return Math.floor(wallTime(zone, at) / DAY_MS) * DAY_MS;
}

function sinceMidnight(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * MINUTE_MS;
}
