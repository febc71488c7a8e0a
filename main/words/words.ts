import type { Language } from '../../preload/contract.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** All that main says to a person, in one language: a text, or how it is made of what it is about. */
export type Words = typeof en;

const languages: Record<Language, Words> = { en, de, fr, es, ja };

export const wordsIn = (language: Language): Words => languages[language];
