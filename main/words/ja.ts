import { desktop } from './ja/desktop.ts';
import { advice, doctor, sentTest } from './ja/doctor.ts';
import { gaps, journal } from './ja/journal.ts';
import { mistakes } from './ja/mistakes.ts';
import { probe } from './ja/probe.ts';
import { problems, startTroubles } from './ja/problems.ts';
import { patterns, refusals, system } from './ja/refusals.ts';
import { troubles } from './ja/troubles.ts';
import { toastFailures, why } from './ja/why.ts';
import type { Words } from './words.ts';

export const ja: Words = {
  together: (first, second) => `${first}${second}`,
  locale: 'ja',
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
