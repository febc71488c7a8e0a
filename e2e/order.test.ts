import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { nav, resizeWindow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';

// The sources in the sidebar: their order by mouse, by keys and by their menu, and what else that menu does.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const name of ['Printer', 'Garden']) await add(name);
  await nav(scene.page, /^Garden/).waitFor();
  return scene.close;
});

/** A source that nothing answers for. */
const add = (name: string) =>
  scene.page.evaluate(
    (name) =>
      window.bellhop.request('addSource', {
        ...{ name, url: `http://127.0.0.1:9/${name}`, dialect: 'rows', mapping: null },
        credential: { kind: 'none' },
      }),
    name,
  );
const item = (name: string) => nav(scene.page, new RegExp(`^${name}`));
const order = () => scene.page.locator('.source-item .name').allInnerTexts();
const press = async (...keys: string[]) => {
  for (const key of keys) await scene.page.keyboard.press(key);
};
const focused = () =>
  scene.page.evaluate(
    () => document.activeElement?.closest('.item')?.querySelector('.name')?.textContent ?? null,
  );

test('Alt and an arrow move a source, which keeps the focus', async () => {
  await item('Garden').focus();
  await press('Alt+ArrowUp');
  await expect.poll(order).toEqual([SOURCE, 'Garden', 'Printer']);
  expect(await focused()).toBe('Garden');
  await press('Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowUp'); // faster than main answers
  await expect.poll(order).toEqual(['Garden', SOURCE, 'Printer']);
  await press('Alt+ArrowUp', 'Alt+ArrowDown'); // it was the first already
  await expect.poll(order).toEqual([SOURCE, 'Garden', 'Printer']);
  expect(await focused()).toBe('Garden');
  await scene.page.getByText('Garden: 2 of 3').waitFor({ state: 'attached' });
});

test('a source is dragged before and after others, and g with a number follows', async () => {
  const { page } = scene;
  await item('Printer').dragTo(item(SOURCE), { targetPosition: { x: 60, y: 4 } });
  await expect.poll(order).toEqual(['Printer', SOURCE, 'Garden']);
  await item('Printer').dragTo(item('Garden'), { targetPosition: { x: 60, y: 26 } });
  await expect.poll(order).toEqual([SOURCE, 'Garden', 'Printer']);
  await press('g', '3');
  await page.getByRole('heading', { level: 1, name: 'Printer' }).waitFor();
  await press('g', '2');
  await page.getByRole('heading', { level: 1, name: 'Garden' }).waitFor();
});

test('its menu opens by mouse and by keys, and does what it says', async () => {
  const { page } = scene;
  const menu = page.getByRole('menu', { name: 'About Garden' });
  const choose = (name: string) => menu.getByRole('menuitem', { name }).click();
  await item('Garden').focus();
  await press('Shift+F10');
  await menu.waitFor();
  await expectAccessible(page);
  await press('Escape');
  expect(await focused()).toBe('Garden');

  await item('Garden').click({ button: 'right' });
  await choose('Mute its toasts');
  await item('Garden').getByText('Toasts muted').waitFor({ state: 'attached' });
  await item('Garden').click({ button: 'right' });
  await choose('Turn off');
  await item('Garden').getByText('Turned off').waitFor({ state: 'attached' });
  await item('Garden').click({ button: 'right' });
  await choose('Move up');
  await expect.poll(order).toEqual(['Garden', SOURCE, 'Printer']);
  expect(await focused()).toBe('Garden');
  await press('ContextMenu');
  await choose('About Garden');
  await page.getByRole('region', { name: 'Garden' }).waitFor();
  await press('Escape');
  await item('Garden').click({ button: 'right' });
  await choose('Remove this source…');
  await page.getByRole('dialog', { name: 'Remove Garden?' }).waitFor();
  await press('Escape');
  expect(await order()).toHaveLength(3);
});

test('where the sidebar is a drawer, the menu opens within it', async () => {
  const { page } = scene;
  const resize = (width: number) => resizeWindow(scene.running.app, width, 700);
  await resize(420);
  await page.getByRole('button', { name: 'Views and sources' }).click();
  await item('Garden').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect.poll(order).toEqual([SOURCE, 'Garden', 'Printer']);
  await press('Escape');
  await resize(1180);
});

test('the order outlives a restart', async () => {
  await scene.running.quit();
  await scene.restart();
  await item('Garden').waitFor();
  expect(await order()).toEqual([SOURCE, 'Garden', 'Printer']);
});
