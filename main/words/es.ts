import { desktop } from './es/desktop.ts';
import { advice, doctor, sentTest } from './es/doctor.ts';
import { gaps, journal } from './es/journal.ts';
import { mistakes } from './es/mistakes.ts';
import { probe } from './es/probe.ts';
import { problems, startTroubles } from './es/problems.ts';
import { patterns, refusals, system } from './es/refusals.ts';
import { troubles } from './es/troubles.ts';
import { toastFailures, why } from './es/why.ts';
import type { Words } from './words.ts';

export const es: Words = {
  together: (first, second) => `${first} ${second}`,
  locale: 'es',
  desktop,
  probe,
  doctor,
  advice,
  sentTest,
  why,
  messages: {
    ...troubles,
    ...toastFailures,
    ...journal,
    ...gaps,
    ...problems,
    ...startTroubles,
    ...refusals,
    ...patterns,
    ...system,
    ...mistakes,
  },
};
