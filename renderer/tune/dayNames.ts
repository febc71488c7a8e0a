import { computed } from '@preact/signals';
import { locale } from '../here.ts';

const formats = computed(() => {
  const format = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale.value, { weekday, timeZone: 'UTC' });
  return { short: format('short'), long: format('long') };
});

/** 4 January 1970 was a Sunday. */
const dateOf = (day: number) => Date.UTC(1970, 0, 4 + day);

/** @param day 0 is Sunday */
export const shortDay = (day: number): string => formats.value.short.format(dateOf(day));
export const longDay = (day: number): string => formats.value.long.format(dateOf(day));
