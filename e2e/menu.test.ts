import type { Page } from 'playwright';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { detail, nav, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene } from './support/scene.ts';

// What one does with notices by mouse and by the menu of a row, and that all of it that removes can be undone.

const all = ['Three', 'Two', 'One'];
let scene: Scene;
let page: Page;
beforeAll(async () => {
  scene = await openScene();
  page = scene.page;
  await scene.server.publish({ title: 'One', content: 'The first.', priority: 5 });
  await scene.server.publish({ title: 'Two', content: 'The second.', link: 'https://example.org/2' });
  await scene.server.publish({ title: 'Three', content: 'The third.' });
  await topRow(page, 'Three').waitFor();
  // What the system would open a browser with.
  await scene.running.app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      Object.assign(globalThis, { opened: url });
    };
  });
  return scene.close;
});
beforeEach(async () => {
  await press('Escape', 'Escape', 'g', 'i');
  await expect.poll(listed).toEqual(all);
});

async function press(...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}
const listed = () => rows(page).locator('.title').allInnerTexts();
const row = (title: string) => rows(page).filter({ has: page.getByText(title, { exact: true }) });
const isUnread = async (title: string) => (await row(title).getByText('Unread').count()) === 1;
const said = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const standing = () =>
  page.evaluate(() => document.activeElement?.closest('.row')?.querySelector('.title')?.textContent ?? null);
async function choose(title: string, item: string) {
  await row(title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: false }).click();
}
async function keepFilter(least: string, name: string) {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitemradio', { name: least }).click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByLabel('Name of the filter').fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await nav(page, name).waitFor();
}
const undo = () => page.getByRole('button', { name: 'Undo' }).click();

test('the menu opens by mouse and by keys, says all that can be done, and gives the focus back', async () => {
  await row('Two').click({ button: 'right' });
  const items = await page.getByRole('menuitem').locator('.name').allInnerTexts();
  expect(items).toEqual([
    ...['Open link', 'Archive', 'Snooze…', expect.stringMatching(/^Mark (un)?read$/)],
    ...['Select', 'Copy text', 'Make a rule from it…', 'Delete'],
  ]);
  await expectAccessible(page);
  await press('Escape');
  await expect.poll(standing).toBe('Two');
  for (const key of ['Shift+F10', 'ContextMenu', 'm']) {
    await press(key);
    await page.getByRole('menu').waitFor();
    await press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await standing()).toBe('Two');
  }
});

test('archive, snooze and delete by the menu; each goes, is said, and comes back with an undo', async () => {
  await choose('Two', 'Archive');
  await said('Archived.');
  await expect.poll(listed).toEqual(['Three', 'One']);
  await undo();
  await expect.poll(listed).toEqual(all);

  await choose('Three', 'Snooze…');
  await page
    .getByRole('dialog', { name: 'Snooze until' })
    .getByRole('button', { name: /^Tomorrow/ })
    .click();
  await said('Snoozed until');
  await expect.poll(listed).toEqual(['Two', 'One']);
  await undo();
  await expect.poll(listed).toEqual(all);

  await choose('One', 'Delete');
  await said('Deleted.');
  await expect.poll(listed).toEqual(['Three', 'Two']);
  await undo();
  await expect.poll(listed).toEqual(all);
});

test('read and unread, link, copy and select by the menu', async () => {
  await row('Two').click();
  await expect.poll(() => isUnread('Two')).toBe(false);
  await choose('Two', 'Mark unread');
  await expect.poll(() => isUnread('Two')).toBe(true);
  await choose('Two', 'Mark read');
  await expect.poll(() => isUnread('Two')).toBe(false);

  await choose('Two', 'Open link');
  const opened = () => scene.running.app.evaluate(() => Reflect.get(globalThis, 'opened'));
  await expect.poll(opened).toBe('https://example.org/2');

  await choose('Two', 'Copy text');
  const copied = () => scene.running.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toBe('Two\nThe second.\nhttps://example.org/2');

  await choose('One', 'Select');
  await row('Three').click({ modifiers: ['Control'] });
  await said('2 notices selected');
  await choose('Three', 'Archive');
  await expect.poll(listed).toEqual(['Two']);
  await said('Archived 2 notices.');
  await undo();
  await expect.poll(listed).toEqual(all);
});

test('everything marked read at once is unread again with an undo', async () => {
  for (const title of all) {
    await row(title).click();
    await expect.poll(() => isUnread(title)).toBe(false);
    await choose(title, 'Mark unread');
  }
  await press('Escape');
  const unread = () => Promise.all(all.map(isUnread));
  await expect.poll(unread).toEqual([true, true, true]);
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await expect.poll(unread).toEqual([false, false, false]);
  await said('Marked 3 notices read.');
  await undo();
  await expect.poll(unread).toEqual([true, true, true]);
});

test('the same once more counts in its row, and the notice says how many and when the last came', async () => {
  await page.getByRole('button', { name: 'Mark all read' }).click();
  for (let times = 0; times < 3; times += 1)
    await scene.server.publish({ title: 'Knock', content: 'Who is there?' });
  await topRow(page, '3×').click();
  await detail(page)
    .getByText(/^3 equal ones, the last today /)
    .waitFor();
  await expect
    .poll(() => detail(page).locator('.why').innerText())
    .toMatch(/it came once more[^]*it came once more/);
  await press('#');
  await expect.poll(listed).toEqual(all);
});

test('a filter that comes back with an undo takes none away that was kept since', async () => {
  await keepFilter('High and urgent', 'Forgotten');
  await page.getByRole('button', { name: 'Forget this filter' }).click();
  await nav(page, 'Forgotten').waitFor({ state: 'detached' });
  await press('g', 'i');
  await keepFilter('Urgent only', 'Newer');
  await press('z');
  await nav(page, 'Forgotten').waitFor();
  await nav(page, 'Newer').waitFor();
  for (const name of ['Newer', 'Forgotten']) {
    await nav(page, name).click();
    await page.getByRole('button', { name: 'Forget this filter' }).click();
    await nav(page, name).waitFor({ state: 'detached' });
  }
});

test('a filter is kept by mouse, outlives a restart, and comes back when it was forgotten by mistake', async () => {
  const saved = () => nav(page, 'Loud');
  await keepFilter('High and urgent', 'Loud');

  await scene.running.quit();
  await scene.restart();
  page = scene.page;
  await expect.poll(listed).toEqual(all);
  await saved().click();
  await expect.poll(listed).toEqual(['One']);
  expect(await saved().getAttribute('aria-current')).toBe('page');
  await page.getByRole('button', { name: 'Forget this filter' }).click();
  await saved().waitFor({ state: 'detached' });
  await said('“Loud” is forgotten.');
  await undo();
  await saved().waitFor();
});
