import type { Page } from 'playwright';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { nav, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';

// Rules as they are made, ordered, undone, and made from a notice.

let scene: Scene;
let page: Page;
beforeAll(async () => {
  scene = await openScene();
  page = scene.page;
  await scene.server.publish({
    title: 'Backup failed',
    content: 'Disk full',
    notificationTypeId: 'backup',
    priority: 5,
  });
  await scene.server.publish({ title: 'Milk is low', content: 'Two days left' });
  await topRow(page, 'Milk is low').waitFor();
  return scene.close;
});
beforeEach(() => press('Escape', 'Escape', 'g', 'i'));
afterEach(() => page.evaluate(() => window.bellhop.request('setRules', { rules: [] })));

async function press(...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const named = () => page.locator('.rules .label').allInnerTexts();
const saved = async () => {
  const reply = await page.evaluate(() => window.bellhop.request('readState', {}));
  if (!reply.ok) throw new Error(reply.error);
  return reply.value.rules;
};
const said = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
/** What has the focus, by its name. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement?.closest('.row, button');
    return at?.getAttribute('aria-label') ?? at?.textContent ?? null;
  });

/** Times of day around now, as the app's system tells it. */
const hoursFromNow = (hours: number) => {
  const at = new Date(Date.now() + hours * 3_600_000);
  return [at.getHours(), at.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
};

test('hours, priorities and sound: tried on the history, named by what they say, and saved so', async () => {
  await nav(page, 'Settings').click();
  await button('Add a rule').click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Name' }).evaluate((it) => it === document.activeElement))
    .toBe(true);
  await page.getByText('It would have matched 2 of the newest 2.').waitFor();
  await page.getByLabel('Priority at least').selectOption('High');
  await page.getByText('It would have matched 1 of the newest 2.').waitFor();
  await page.getByLabel('Arrives').selectOption('In set hours');
  for (const day of ['Saturday', 'Sunday'])
    await page.getByRole('checkbox', { name: day }).setChecked(true, { force: true });
  await page.getByLabel('From', { exact: true }).last().fill(hoursFromNow(2));
  await page.getByLabel('To', { exact: true }).fill(hoursFromNow(3));
  await page.getByText('None of the newest 2 would have matched.').waitFor();
  await page.getByLabel('To', { exact: true }).fill(hoursFromNow(1));
  await page.getByText('It would have matched 1 of the newest 2.').waitFor();
  await page.getByLabel('Priority at most').selectOption('Low');
  await page.getByText('The highest priority must not be below the lowest.').waitFor();
  await page.getByLabel('Priority at most').selectOption('Any');
  await page.getByLabel('Then').selectOption('Change its sound');
  await expectAccessible(page);
  await page.getByLabel('Sound', { exact: true }).selectOption('With sound');
  await button('Save rule').click();
  const name = /^High priority or above, \S+.*–\S+.*: With sound$/;
  await expect.poll(named).toEqual([expect.stringMatching(name)]);
  await expect.poll(focused).toMatch(/^Edit High priority/);
  expect(await saved()).toMatchObject([
    { match: { minPriority: 4, maxPriority: null }, action: { kind: 'sound', sound: 'default' } },
  ]);
});

test('rules are put in order without losing the focus, taken away, and brought back with what they did', async () => {
  await nav(page, 'Settings').click();
  for (const name of ['One', 'Two', 'Three']) {
    await button('Add a rule').click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await press('Enter');
    await page.getByRole('switch', { name: new RegExp(`^${name}`) }).waitFor();
  }
  await button('Move Three up').press('Enter');
  await expect.poll(named).toEqual(['One', 'Three', 'Two']);
  expect(await focused()).toBe('Move Three up');
  await press('Enter');
  await expect.poll(named).toEqual(['Three', 'One', 'Two']);
  expect(await focused()).toBe('Move Three up');
  await press('Enter'); // it is the first already
  await button('Move Three down').click();
  await expect.poll(named).toEqual(['One', 'Three', 'Two']);

  await scene.server.publish({ content: 'for the first of them' });
  await page.getByText('Once, last').waitFor();
  await button('Remove One').press('Enter');
  await expect.poll(named).toEqual(['Three', 'Two']);
  expect(await focused()).toBe('Edit Three');
  await said('Removed the rule “One”.');
  await press('z');
  await expect.poll(named).toEqual(['One', 'Three', 'Two']);
  await page.getByText('Once, last').waitFor();

  await button('Edit One').press('Enter');
  await press('Escape');
  await expect.poll(focused).toBe('Edit One');
});

test('a rule is made from a notice by a key, by what it has, and the focus comes back to it', async () => {
  await press('End', 't');
  await page.getByRole('heading', { level: 1, name: 'New rule' }).waitFor();
  const like = (name: string) =>
    page.getByRole('group', { name: 'For notices with' }).getByRole('button', { name });
  const isOn = (name: string) => like(name).getAttribute('aria-pressed');
  expect([await isOn(`From ${SOURCE}`), await isOn('Topic backup'), await isOn('Backup failed')]).toEqual([
    'true',
    'true',
    'false',
  ]);
  await page.getByText('It would have matched 1 of').waitFor();
  await like('Topic backup').press('Enter');
  await like('Urgent priority').press('Enter');
  expect(await page.getByLabel('Topic is').inputValue()).toBe('');
  await page.locator('.rule-preview').getByText('Backup failed').waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Loud ones');
  await press('Enter');
  await said('Saved the rule “Loud ones”.');
  await expect.poll(focused).toContain('Backup failed');
  expect(await saved()).toMatchObject([
    { name: 'Loud ones', match: { topic: null, minPriority: 5, maxPriority: 5 }, action: { kind: 'quiet' } },
  ]);
  await press('z');
  await expect.poll(saved).toEqual([]);
});

test('a rule is made from a notice by its menu, left with Escape, there again, and cancelled', async () => {
  await rows(page).filter({ hasText: 'Milk is low' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Make a rule from it…' }).click();
  await button('“Milk is low”').click();
  expect(await page.getByLabel('Text contains').inputValue()).toBe('Milk is low');
  await press('Escape');
  await page.getByRole('heading', { level: 1, name: 'New rule' }).waitFor({ state: 'detached' });
  expect(await saved()).toEqual([]);
  await press('t');
  expect(await page.getByLabel('Text contains').inputValue()).toBe('Milk is low');
  await button('Cancel').click();
  await press('t');
  await expect.poll(() => page.getByLabel('Text contains').inputValue()).toBe('');
});

test('a new rule that is half written waits while one looks elsewhere', async () => {
  await nav(page, 'Settings').click();
  await button('Add a rule').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Half');
  await button('Save rule').focus();
  await press('?');
  await page.getByRole('heading', { level: 1, name: 'Keyboard' }).waitFor();
  await nav(page, 'Settings').click();
  await button('Add a rule').click();
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Half');
  await button('Cancel').click();
});
