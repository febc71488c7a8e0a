import { nav, rows } from '../../e2e/support/inbox.ts';

/**
 * A rule made from a notice, the rules with what they did, and the menu of a source.
 * @param {import('playwright').Page} page the inbox
 * @param {(name: string) => Promise<void>} both takes a picture in both themes
 */
export async function takeRules(page, both) {
  await rows(page).filter({ hasText: 'Someone rang' }).click();
  await page.keyboard.press('t');
  await page.getByText('It would have matched').waitFor();
  await both('rule');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await nav(page, 'Settings').click();
  await page.getByRole('button', { name: /^Edit / }).press('Enter');
  await page.getByLabel('Arrives').selectOption('In set hours');
  await page.getByText(/of the newest/).waitFor();
  await page.getByRole('button', { name: 'Save rule' }).scrollIntoViewIfNeeded();
  await both('rule-hours');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Rules' }).scrollIntoViewIfNeeded();
  await both('rules');
  await page.getByRole('button', { name: /^Remove Home/ }).click();
  await page.keyboard.press('Escape');
  await nav(page, /^Home server/).click({ button: 'right' });
  await both('source-menu');
  await page.keyboard.press('Escape');
}
