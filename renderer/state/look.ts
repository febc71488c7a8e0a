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

/** Not yet said by main: pressed fast, each step goes on from the last. */
let asked: TextSize | null = null;

/** One step up or down, as far as there are any. */
export function changeTextSize(by: 1 | -1): void {
  const now = asked ?? app.value?.preferences.textSize ?? 100;
  const next = textSizes[textSizes.indexOf(now) + by];
  if (next !== undefined) void setTextSize(next);
}

export function resetTextSize(): void {
  void setTextSize(100);
}

async function setTextSize(textSize: TextSize): Promise<void> {
  asked = textSize;
  await act('setPreferences', { textSize });
  if (asked === textSize) asked = null;
}
