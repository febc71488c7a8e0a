import { desktop } from './fr/desktop.ts';
import { advice, doctor, sentTest } from './fr/doctor.ts';
import { gaps, journal } from './fr/journal.ts';
import { mistakes } from './fr/mistakes.ts';
import { probe } from './fr/probe.ts';
import { problems, startTroubles } from './fr/problems.ts';
import { patterns, refusals, system } from './fr/refusals.ts';
import { troubles } from './fr/troubles.ts';
import { toastFailures, why } from './fr/why.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  together: (first, second) => `${first} ${second}`,
  locale: 'fr',
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
