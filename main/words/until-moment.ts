import { hoursOf, localeOf } from '../../preload/locale.ts';
import type { Words } from './words.ts';

/**
 * “until 14:30” today, and with its day on another; the time as the window writes it.
 * @param moment unix milliseconds, as is `now`
 * @param system what the system prefers, best first, as Intl takes it
 */
export function untilMoment(moment: number, now: number, words: Words, system: readonly string[]): string {
  const { tray } = words.desktop;
  const [language = ''] = words.locale.split('-');
  const locale = localeOf(language, system);
  const date = new Date(moment);
  const time = date.toLocaleTimeString(locale, { ...hoursOf(system[0]), timeStyle: 'short' });
  if (date.toDateString() === new Date(now).toDateString()) return tray.untilTime(time);
  return tray.untilDay(date.toLocaleDateString(locale, { weekday: 'long' }), time);
}
