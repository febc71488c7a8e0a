/** How numbers, times and lists are written here: in the window's language, with the person's own habits. */
import { computed } from '@preact/signals';
import { hoursOf, localeOf } from '../preload/locale.ts';
import { following } from './pure/following.ts';
import { times } from './pure/time.ts';
import { app } from './state/app.ts';
import { language } from './text.ts';

/** The best one, as a word: main says the whole list with every state, and formatters are slow to make. */
const systemLanguage = computed(() => app.value?.systemLanguages[0]);

/** The window's language, of the person's own region where they speak it: `de-AT`. */
export const locale = computed(() => localeOf(language.value, app.value?.systemLanguages ?? []));

const timesHere = computed(() => times({ locale: locale.value, ...hoursOf(systemLanguage.value) }));

export const timeHere = following(() => timesHere.value);

const numbers = computed(() => new Intl.NumberFormat(locale.value));
export const numberHere = (n: number): string => numbers.value.format(n);

const lists = computed(() => new Intl.ListFormat(locale.value, { type: 'unit' }));
export const listHere = (items: string[]): string => lists.value.format(items);

/** What stands at the beginning of a line: days have a small letter in most languages. */
export const capital = (words: string): string =>
  words.charAt(0).toLocaleUpperCase(locale.value) + words.slice(1);
