import { desktop } from './ja/desktop.ts';
import { gaps, journal } from './ja/journal.ts';
import { troubles } from './ja/troubles.ts';
import { toastFailures, why } from './ja/why.ts';
import type { Words } from './words.ts';

export const ja: Words = {
  locale: 'ja',
  desktop,
  why,
  messages: { ...troubles, ...toastFailures, ...journal, ...gaps },
};
