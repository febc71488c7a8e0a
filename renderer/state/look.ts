/** How the window looks: contrast, density, text size. Light or dark is main's to choose, for the frame too. */
import { signal } from '@preact/signals';
import type { TextSize } from '../../preload/contract.ts';
import { app } from './app.ts';
import { act } from './bridge.ts';

/** Those that there are, in percent, growing. */
export const textSizes: readonly TextSize[] = [85, 100, 115, 130, 150, 200];

const moreContrast = matchMedia('(prefers-contrast: more)');
const systemWantsMore = signal(moreContrast.matches);
moreContrast.addEventListener('change', () => {
  systemWantsMore.value = moreContrast.matches;
});

/** Marks the page for the style sheets. Reads signals: to be run as an effect. */
export function applyLook(): void {
  const preferences = app.value?.preferences;
  const { dataset } = document.documentElement;
  dataset.contrast = systemWantsMore.value || preferences?.theme === 'contrast' ? 'more' : 'usual';
  dataset.density = preferences?.density ?? 'comfortable';
}

/** One step up or down, as far as there are any; 0 is back to the usual. */
export function changeTextSize(by: 1 | -1 | 0): void {
  void act('changeTextSize', { by });
}
