import { desktop } from './fr/desktop.ts';
import { gaps, journal } from './fr/journal.ts';
import { mistakes } from './fr/mistakes.ts';
import { problems } from './fr/problems.ts';
import { patterns, refusals, system } from './fr/refusals.ts';
import { troubles } from './fr/troubles.ts';
import { toastFailures, why } from './fr/why.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  locale: 'fr',
  desktop,
  why,
  messages: {
    ...troubles,
    ...toastFailures,
    ...journal,
    ...gaps,
    ...problems,
    ...refusals,
    ...patterns,
    ...system,
    ...mistakes,
  },
};
