import { desktop } from './de/desktop.ts';
import { advice, doctor, sentTest } from './de/doctor.ts';
import { gaps, journal } from './de/journal.ts';
import { mistakes } from './de/mistakes.ts';
import { probe } from './de/probe.ts';
import { problems, startTroubles } from './de/problems.ts';
import { patterns, refusals, system } from './de/refusals.ts';
import { troubles } from './de/troubles.ts';
import { toastFailures, why } from './de/why.ts';
import type { Words } from './words.ts';

export const de: Words = {
  together: (first, second) => `${first} ${second}`,
  locale: 'de',
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
