/** How numbers, times and lists are written here: in the window's language, with the person's own habits. */
import { computed } from '@preact/signals';
import { following } from './pure/following.ts';
import { times } from './pure/time.ts';
import { app } from './state/app.ts';
import { language } from './text.ts';

/** The best one, as a word: main says the whole list with every state, and formatters are slow to make. */
const systemLanguage = computed(() => app.value?.systemLanguages[0]);

/** The window's language, of the person's own region where they speak it: `de-AT`. */
export const locale = computed(
  () => app.value?.systemLanguages.find((tag) => tag.split('-')[0] === language.value) ?? language.value,
);

const timesHere = computed(() => {
  const system = new Intl.DateTimeFormat(systemLanguage.value, { hour: 'numeric' }).resolvedOptions()
    .hourCycle;
  // Who is used to 24 hours keeps them in every language; a.m. and p.m. stay in those that have them.
  const habit = system === 'h23' ? { hourCycle: system } : {};
  return times({ locale: locale.value, ...habit });
});

export const timeHere = following(() => timesHere.value);

const numbers = computed(() => new Intl.NumberFormat(locale.value));
export const numberHere = (n: number): string => numbers.value.format(n);

const lists = computed(() => new Intl.ListFormat(locale.value, { type: 'unit' }));
export const listHere = (items: string[]): string => lists.value.format(items);

/** What stands at the beginning of a line: days have a small letter in most languages. */
export const capital = (words: string): string =>
  words.charAt(0).toLocaleUpperCase(locale.value) + words.slice(1);
