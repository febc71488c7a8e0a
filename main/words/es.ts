import { desktop } from './es/desktop.ts';
import { gaps, journal } from './es/journal.ts';
import { mistakes } from './es/mistakes.ts';
import { problems } from './es/problems.ts';
import { patterns, refusals, system } from './es/refusals.ts';
import { troubles } from './es/troubles.ts';
import { toastFailures, why } from './es/why.ts';
import type { Words } from './words.ts';

export const es: Words = {
  locale: 'es',
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
