import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { choose } from './support/dialogs.ts';
import { nav, resizeWindow, rows, topRow } from './support/inbox.ts';
import { emptyFolder, openScene, type Scene } from './support/scene.ts';

// Keys in an order that nobody thinks of, from somebody who doesn’t wait.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const title of ['One', 'Two', 'Three']) {
    await scene.server.publish({ title, content: 'Somebody rang.' });
    await topRow(scene.page, title).waitFor();
  }
  return scene.close;
});
beforeEach(async () => {
  await press('Escape', 'Escape', 'g', 'i');
  await expect.poll(listed).toEqual(['Three', 'Two', 'One']);
});

async function press(...keys: string[]) {
  for (const key of keys) await scene.page.keyboard.press(key);
}
const listed = () => rows(scene.page).locator('.title').allInnerTexts();
const snoozing = () => scene.page.getByRole('dialog', { name: 'Snooze until' });

test('g is over with the next key, and with a click', async () => {
  await press('g', 'Escape', 'j', 's');
  await snoozing().waitFor();
  await press('Escape', 'g');
  await topRow(scene.page, 'Three').click();
  await press('s');
  await snoozing().waitFor();
  await press('Escape');
});

test('the Enter and the Escape that end a conversion to Japanese stay in the search', async () => {
  const { page } = scene;
  const inSearch = () => page.evaluate(() => document.activeElement?.matches('.search input'));
  await press('/');
  await page.keyboard.type('Thr');
  await expect.poll(listed).toEqual(['Three']);
  for (const key of ['Enter', 'Escape'])
    await page.locator('.search input').dispatchEvent('keydown', { key, isComposing: true });
  expect(await inSearch()).toBe(true);
  expect(await listed()).toEqual(['Three']);
  await press('Enter');
  expect(await inSearch()).toBe(false);
});

test('on a narrow window / leads to the search from what covers it', async () => {
  const { page } = scene;
  const resize = (width: number) => resizeWindow(scene.running.app, width, 700);
  await resize(420);
  for (const what of ['Enter', '?']) {
    await press('Home', what);
    await page.locator('.list-column.covered').waitFor({ state: 'attached' });
    await press('/');
    await page.locator('.search input:focus').waitFor();
    await press('Escape');
  }
  await resize(1180);
});

test('what a search found among the archived can be moved back from there', async () => {
  const { page } = scene;
  await press('Home', 'e');
  await expect.poll(listed).toEqual(['Two', 'One']);
  await press('/');
  await page.keyboard.type('Three');
  await expect.poll(listed).toEqual(['Three']);
  await topRow(page, 'Archived').waitFor();
  await press('Enter', 'e');
  await page.getByRole('status').filter({ hasText: 'Back in the inbox.' }).waitFor();
  await page.locator('.pane').getByRole('button', { name: 'Archive' }).waitFor();
});

test('a double click on a tool of a row is meant for that row, not for the one that takes its place', async () => {
  const { page } = scene;
  await topRow(page, 'Three').hover();
  await page.locator('.row-tools').getByRole('button', { name: 'Archive' }).dblclick();
  await expect.poll(listed).toEqual(['Two', 'One']);
  await page.locator('.nothing-selected').waitFor();
  await press('z');
});

test('with Caps Lock on, letters do what they always do', async () => {
  await press('J', 'E');
  await expect.poll(listed).toEqual(['Two', 'One']);
  await press('Z');
});

test('a double click imports once, and says what came of it', async () => {
  const { page } = scene;
  await choose(scene.running.app, join(emptyFolder(), 'settings.json'));
  await nav(page, 'Settings').click();
  await page.getByRole('button', { name: 'Export settings…' }).click();
  await page.getByText(/^Written: 1 source/).waitFor();
  await page.getByRole('button', { name: 'Import settings…' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).dblclick();
  await page.getByText(/^Added 0 sources/).waitFor();
});

test('a double click adds a source once, and goes on to its name', async () => {
  const { page } = scene;
  await nav(page, 'Add a source…').click();
  await page.getByLabel('Address').fill('http://127.0.0.1:9/');
  await press('Enter');
  await page.getByRole('button', { name: 'Add anyway' }).dblclick();
  await page.getByRole('button', { name: 'Done' }).waitFor();
});
