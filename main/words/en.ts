import { mistakes } from '../../preload/shapes/mistakes.ts';
import { desktop } from './en/desktop.ts';
import { advice, doctor, sentTest } from './en/doctor.ts';
import { gaps, journal } from './en/journal.ts';
import { probe } from './en/probe.ts';
import { problems, startTroubles } from './en/problems.ts';
import { patterns, refusals, system } from './en/refusals.ts';
import { troubles } from './en/troubles.ts';
import { toastFailures, why } from './en/why.ts';

/** What main says to a person, in English; the other languages have the shape of this one. */
export const en = {
  /** Two sentences. */
  together: (first: string, second: string) => `${first} ${second}`,
  locale: 'en-GB',
  desktop,
  probe,
  doctor,
  advice,
  sentTest,
  why,
  /** What is stored or handed about as a `Message` (message.ts) until a person reads it. */
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
