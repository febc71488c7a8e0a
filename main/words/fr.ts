import { desktop } from './fr/desktop.ts';
import type { Words } from './words.ts';

export const fr: Words = { locale: 'fr', desktop };
