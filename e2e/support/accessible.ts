import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Holds the window as it is, in both themes, against axe's rules: names, roles, contrast, focus order. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  await page.emulateMedia({ reducedMotion: 'reduce' }); // no colour is measured halfway
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.bellhop.request('setPreferences', { theme }), theme);
    await page.waitForFunction((theme) => matchMedia(`(prefers-color-scheme: ${theme})`).matches, theme);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect(found, theme).toEqual([]);
  }
}
