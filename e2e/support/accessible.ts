import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How main is asked for a theme, how the system is meant to be, and by what the page shows that it is there. */
const looks = [
  { theme: 'light', system: null, shows: 'light usual' },
  { theme: 'dark', system: null, shows: 'dark usual' },
  { theme: 'contrast', system: 'light', shows: 'light more' },
  { theme: 'contrast', system: 'dark', shows: 'dark more' },
] as const;

/**
 * Holds the window as it is, in every theme, against axe's rules: names, roles, contrast, focus order. High contrast
 * must pass AAA: https://www.w3.org/TR/WCAG22/#contrast-enhanced
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  for (const { theme, system, shows } of looks) {
    // Without motion no colour is measured halfway.
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: system });
    await page.evaluate((theme) => window.bellhop.request('setPreferences', { theme }), theme);
    await page.waitForFunction((shows) => {
      const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      return `${scheme} ${document.documentElement.dataset.contrast}` === shows;
    }, shows);
    const enhanced = theme === 'contrast';
    const { violations } = await page.evaluate(
      (enabled) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          resultTypes: ['violations'],
          rules: { 'color-contrast-enhanced': { enabled } },
        }),
      enhanced,
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect(found, shows).toEqual([]);
  }
}
