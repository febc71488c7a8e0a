import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { nav, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene } from './support/scene.ts';

// Going through the inbox with the keyboard alone.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const content of ['Disk is full', 'Backup finished', 'Door bell']) {
    await scene.server.publish({ content });
    await topRow(scene.page, content).waitFor();
  }
  return scene.close;
});

const listed = () => rows(scene.page).locator('.title').allInnerTexts();
const press = async (...keys: string[]) => {
  for (const key of keys) await scene.page.keyboard.press(key);
};
const focused = () => scene.page.evaluate(() => document.activeElement?.closest('.row')?.textContent ?? '');

test('archive, go on with the next one, and take it back', async () => {
  await press('j', 'e');
  await expect.poll(listed).toEqual(['Backup finished', 'Disk is full']);
  await scene.page.getByRole('status').filter({ hasText: 'Archived.' }).waitFor();
  await expect.poll(focused).toContain('Backup finished');
  await press('g', 'a');
  await expect.poll(listed).toEqual(['Door bell']);
  await expectAccessible(scene.page);
  await press('z', 'g', 'i');
  await expect.poll(listed).toEqual(['Door bell', 'Backup finished', 'Disk is full']);
});

test('delete takes no question, since it can be undone', async () => {
  await press('j', '#');
  await expect.poll(listed).toEqual(['Backup finished', 'Disk is full']);
  await press('z');
  await expect.poll(listed).toEqual(['Door bell', 'Backup finished', 'Disk is full']);
});

test('snooze until tomorrow: out of the inbox, in the list of the snoozed with when it is back', async () => {
  const { page } = scene;
  await press('g', 'i', 'j', 's');
  await page.getByRole('dialog', { name: 'Snooze until' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Tomorrow/ }).press('Enter');
  await expect.poll(listed).toEqual(['Backup finished', 'Disk is full']);
  await nav(page, 'Snoozed 1').waitFor();
  await press('g', 's');
  await expect.poll(listed).toEqual(['Door bell']);
  await page.getByRole('group', { name: 'Tomorrow' }).getByText('8:00').waitFor();
  await press('z', 'g', 'i');
  await expect.poll(listed).toEqual(['Door bell', 'Backup finished', 'Disk is full']);
});

test('what was deleted while a time was chosen for it is not said to be snoozed', async () => {
  const { page } = scene;
  await press('j', 's');
  const tomorrow = page.getByRole('button', { name: /^Tomorrow/ });
  await tomorrow.waitFor();
  const undo = await deleteBehind(page, 'Door bell');
  await tomorrow.press('Enter');
  await page.getByRole('status').filter({ hasText: 'It was deleted meanwhile.' }).waitFor();
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  await undo();
  await expect.poll(listed).toEqual(['Door bell', 'Backup finished', 'Disk is full']);
});

/** As a rule or the server may do it, whatever the window is about; answers how to bring it back. */
async function deleteBehind(page: Page, body: string) {
  const filter = { view: 'inbox', source: null, topic: null, minPriority: null } as const;
  const list = await ask(page, 'listNotices', { filter, before: null, limit: 10 });
  const ids = list.ok ? list.value.notices.filter((one) => one.body === body).map(({ id }) => id) : [];
  const deleted = await ask(page, 'moveNotices', { ids, to: 'deleted' });
  return () => ask(page, 'undo', { undo: deleted.ok ? deleted.value.undo : -1 });
}

test('search finds as one types, marks what it found, and Escape leads back', async () => {
  const { page } = scene;
  await press('/');
  await page.keyboard.type('fin');
  await expect.poll(listed).toEqual(['Backup finished']);
  expect(await page.locator('.row mark').allInnerTexts()).toContain('finished');
  await expectAccessible(page);
  await page.keyboard.type(' nowhere');
  await page.getByText('Nothing found').waitFor();
  await press('Escape');
  await expect.poll(listed).toEqual(['Door bell', 'Backup finished', 'Disk is full']);
});

test('what says nothing yet leaves the list as it is, and signs alone find nothing', async () => {
  const { page } = scene;
  const all = ['Door bell', 'Backup finished', 'Disk is full'];
  await press('/');
  await page.keyboard.type('"fin');
  await expect.poll(listed).toEqual(['Backup finished']);
  await press('Backspace', 'Backspace', 'Backspace');
  await expect.poll(listed).toEqual(all);
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('"');
  await press('Backspace');
  await page.keyboard.type('!!!');
  await page.getByText('“!!!” has no letters or digits to search for.').waitFor();
  await page.getByText('Nothing found').waitFor();
  await expectAccessible(page);
  await press('Escape');
  await expect.poll(listed).toEqual(all);
});
