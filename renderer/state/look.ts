/** How the window looks: contrast, density, text size. Light or dark is main's to choose, for the frame too. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { language, text } from '../text.ts';
import { app } from './app.ts';
import { act } from './bridge.ts';

/** The system asks for more contrast. */
export const moreContrast = signal(false);

/** What the page's root is marked with, for the style sheets and for whoever reads it aloud. */
export const marksOfRoot: Record<string, ReadonlySignal<string>> = {
  lang: language,
  dir: computed(() => text.writing.direction),
  'data-contrast': computed(() =>
    moreContrast.value || app.value?.preferences.theme === 'contrast' ? 'more' : 'usual',
  ),
  'data-density': computed(() => app.value?.preferences.density ?? 'comfortable'),
};

export function startLook(): void {
  const query = matchMedia('(prefers-contrast: more)');
  const follow = () => {
    moreContrast.value = query.matches;
  };
  query.addEventListener('change', follow);
  follow();
  for (const [name, mark] of Object.entries(marksOfRoot))
    effect(() => document.documentElement.setAttribute(name, mark.value));
}

/** One step up or down, as far as there are any; 0 is back to the usual. */
export function changeTextSize(by: 1 | -1 | 0): void {
  void act('changeTextSize', { by });
}
