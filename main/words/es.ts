import { desktop } from './es/desktop.ts';
import type { Words } from './words.ts';

export const es: Words = { locale: 'es', desktop };
