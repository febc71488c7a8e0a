import { desktop } from './de/desktop.ts';
import type { Words } from './words.ts';

export const de: Words = { locale: 'de', desktop };
