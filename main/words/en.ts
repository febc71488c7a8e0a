import { desktop } from './en/desktop.ts';

/** What main says to a person, in English; the other languages have the shape of this one. */
export const en = { locale: 'en-GB', desktop };
