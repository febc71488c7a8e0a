/** Times as people read them. Everything here takes the clock as an argument, so that tests decide what "now" is. */
import { once } from './once.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How this person's system writes times. `timeZone` is the system's own unless given. */
export type Where = { locale: string; hourCycle?: 'h11' | 'h12' | 'h23' | 'h24'; timeZone?: string };

export type Times = ReturnType<typeof times>;

/** Formatters are slow to make, so each is made once for a `where`, and only when it is needed. */
export function times(where: Where) {
  const { locale, ...zone } = where;
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const minutes = once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute' }));
  const inFormat = (options: Intl.DateTimeFormatOptions, of = locale) =>
    once(() => new Intl.DateTimeFormat(of, { ...zone, ...options }));
  const clockFormat = inFormat({ timeStyle: 'short' });
  const weekdayFormat = inFormat({ weekday: 'long' });
  const dateFormat = inFormat({ day: 'numeric', month: 'long' });
  const yearFormat = inFormat({ day: 'numeric', month: 'long', year: 'numeric' });
  const fullFormat = inFormat({ dateStyle: 'full', timeStyle: 'medium' });
  const partsFormat = inFormat(
    {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      hourCycle: 'h23',
    },
    'en',
  );

  function parts(at: number): Record<string, string> {
    return Object.fromEntries(
      partsFormat()
        .formatToParts(at)
        .map((part) => [part.type, part.value]),
    );
  }

  /** The calendar day as `2026-11-22`, in the person's time zone. */
  function dayKey(at: number): string {
    const { year, month, day } = parts(at);
    return `${year}-${month}-${day}`;
  }

  /** Whole calendar days between two times; a day of 23 or 25 hours still counts as one. */
  function daysBetween(earlier: number, later: number): number {
    return Math.round((Date.parse(dayKey(later)) - Date.parse(dayKey(earlier))) / day);
  }

  function clock(at: number): string {
    return clockFormat().format(at);
  }

  /** As it stands in a sentence: today, yesterday, tomorrow, Monday (within a week of now), 3 November, 3 November 2025. */
  function dayName(at: number, now: number): string {
    const ago = daysBetween(at, now);
    if (Math.abs(ago) < 2) return relative().format(-ago, 'day');
    if (Math.abs(ago) < 7) return weekdayFormat().format(at);
    return parts(at).year === parts(now).year ? dateFormat().format(at) : yearFormat().format(at);
  }

  return {
    dayKey,
    dayName,
    clock,
    /** Beside a row, under its day's heading: "now", "3 min", and after an hour the clock. */
    short(at: number, now: number): string {
      const ago = now - at;
      if (ago < minute) return relative().format(0, 'second');
      return ago < hour ? minutes().format(Math.floor(ago / minute)) : clock(at);
    },
    /** "today 09:41". */
    dayAndClock(at: number, now: number): string {
      return `${dayName(at, now)} ${clock(at)}`;
    },
    /** The day where it isn't today, then the clock: for one line of small print. */
    clockOrDay(at: number, now: number): string {
      return daysBetween(at, now) === 0 ? clock(at) : dayName(at, now);
    },
    full(at: number): string {
      return fullFormat().format(at);
    },
    /** "12:03–12:31"; over a midnight with the earlier day, "yesterday 23:40–00:10". */
    span(from: number, to: number, now: number): string {
      const clocks = `${clock(from)}–${clock(to)}`;
      return dayKey(from) === dayKey(to) ? clocks : `${dayName(from, now)} ${clocks}`;
    },
    /** `09:41:07.214`, for the lines of a "why". */
    precise(at: number): string {
      const { hour, minute, second, fractionalSecond } = parts(at);
      return `${hour}:${minute}:${second}.${fractionalSecond}`;
    },
  };
}

/** After an hour the short form of a time no longer changes. */
export function isSettled(at: number, now: number): boolean {
  return now - at >= hour;
}
