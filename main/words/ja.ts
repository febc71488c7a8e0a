import { desktop } from './ja/desktop.ts';
import type { Words } from './words.ts';

export const ja: Words = { locale: 'ja', desktop };
