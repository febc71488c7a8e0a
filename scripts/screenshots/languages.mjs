import { topRow } from '../../e2e/support/inbox.ts';

/**
 * Two other languages, and the window as those see it who read from right to left. The Japanese ones need a font that has
 * its letters, such as Debian's fonts-ipaexfont-gothic.
 * @param {import('playwright').Page} page the inbox
 * @param {(name: string) => Promise<void>} both takes a picture in both themes
 */
export async function takeLanguages(page, both) {
  for (const language of ['de', 'ja']) {
    await speak(page, language);
    await topRow(page, 'You were mentioned').click();
    await page.locator('.why').waitFor();
    await both(`inbox-${language}`);
    await page.locator('nav > button').last().click();
    await page.getByRole('combobox').first().scrollIntoViewIfNeeded();
    await both(`settings-${language}`);
    await page.keyboard.press('Escape');
  }
  await speak(page, 'en');
  await topRow(page, 'You were mentioned').click();
  await turn(page, 'rtl');
  await both('inbox-mirrored');
  await turn(page, 'ltr');
}

async function speak(page, language) {
  await page.evaluate((it) => window.bellhop.request('setPreferences', { language: it }), language);
  await page.waitForFunction((it) => document.documentElement.lang === it, language);
}

async function turn(page, direction) {
  await page.evaluate((it) => {
    document.documentElement.dir = it;
  }, direction);
}
