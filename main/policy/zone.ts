/**
 * What the clocks of a time zone show, and when. By Intl, which every host brings with its own zone data; Temporal will do
 * this one day, and its polyfill is larger than the rest of policy together.
 *
 * A "wall time" is a date and time as a clock on the wall shows it, written as the unix milliseconds it would have in UTC.
 */

const DAY_MS = 24 * 60 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Asking what the system's zone is takes longer than all else here. */
const SYSTEM_ZONE_MS = 1_000;
let system = { zone: 'UTC', askedAt: Number.NEGATIVE_INFINITY };
/** Asking Intl takes a while, and all day long it is asked about the same few times. */
const asked = new Map<string, Moments>();
const MAX_ASKED = 10_000;

/** When a clock shows a wall time: the first and the last time. */
export type Moments = { first: number; last: number };

/**
 * @param timeZone null: the system's, looked up again and again because people travel; also in place of one that
 *   this system's zone data doesn't know
 */
export function zoneOf(timeZone: string | null): string {
  if (timeZone !== null && isTimeZone(timeZone)) return timeZone;
  const now = performance.now();
  if (now - system.askedAt > SYSTEM_ZONE_MS) {
    system = { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, askedAt: now };
  }
  return system.zone;
}

export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What the zone's clock shows at a moment. */
export function wallTime(zone: string, at: number): number {
  const text = formatOf(zone).format(at);
  const [month, day, year, hour, minute, second] = (text.match(/\d+/g) ?? []).map(Number) as Six;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
type Six = [number, number, number, number, number, number];

/**
 * When the zone's clock shows a wall time. Where it is set back it shows it twice: `first` and `last` differ. Where it is
 * set forward it may never show it: both are the moment it jumps over it.
 */
export function momentsOf(zone: string, wall: number): Moments {
  const key = `${zone} ${wall}`;
  const moments = asked.get(key) ?? findMoments(zone, wall);
  if (asked.size >= MAX_ASKED) asked.clear();
  asked.set(key, moments);
  return moments;
}

function findMoments(zone: string, wall: number): Moments {
  // No zone is a day from UTC: the one is before it, the other after.
  const before = offsetAt(zone, wall - DAY_MS);
  const after = offsetAt(zone, wall + DAY_MS);
  const shown = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall);
  if (shown.length > 0) return { first: Math.min(...shown), last: Math.max(...shown) };
  const jump = firstWith(zone, after, wall - after, wall - before);
  return { first: jump, last: jump };
}

/** The first moment after `low` from which on, up to `high`, the offset holds. */
function firstWith(zone: string, offset: number, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/** How far the zone's clock is ahead of UTC, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000;
  return wallTime(zone, second) - second;
}

/** Making one costs a hundred times what using it does. @throws RangeError for an unknown zone */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...numeric, ...time });
  formats.set(zone, made);
  return made;
}
