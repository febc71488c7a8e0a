/**
 * Every word the window shows, in the language it speaks. Reading one subscribes to the language, so that what is on
 * the screen changes with it, in its place. `const words = text.rules` at the head of a file is fine; a word itself
 * is read where it is shown.
 */
import { computed, signal } from '@preact/signals';
import type { Language } from '../preload/contract.ts';
import { type Catalogue, en } from './languages/en/index.ts';
import { following } from './pure/following.ts';

const loaders: Record<Language, () => Promise<Catalogue>> = {
  en: async () => en,
  de: async () => (await import('./languages/de/index.ts')).de,
  fr: async () => (await import('./languages/fr/index.ts')).fr,
  es: async () => (await import('./languages/es/index.ts')).es,
  ja: async () => (await import('./languages/ja/index.ts')).ja,
};

const spoken = signal<{ language: Language; words: Catalogue }>({ language: 'en', words: en });
export const language = computed(() => spoken.value.language);

const partOf = (part: keyof Catalogue) => following<object>(() => spoken.value.words[part]);
export const text = Object.fromEntries(
  (Object.keys(en) as (keyof Catalogue)[]).map((part) => [part, partOf(part)]),
) as Catalogue;

let wanted: Language = 'en';

/** Changes every word to another language. Resolves when they are there; the last call counts. */
export async function speak(next: Language): Promise<void> {
  if (wanted === next) return;
  wanted = next;
  const words = await loaders[next]();
  if (wanted === next) spoken.value = { language: next, words };
}
