import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { detail, nav, resizeWindow, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';

// Looking after a source on its page: by keys alone, and by mouse.

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  onTestFinished(scene.close);
  await scene.server.publish({ content: 'Something to keep' });
  await topRow(scene.page, 'Something to keep').waitFor();
});

const button = (name: string) => scene.page.getByRole('button', { name, exact: true });
const hasFocus = () => scene.page.evaluate(() => document.activeElement !== document.body);

test('checked, tested, renamed, turned off and on, and removed without its notices, by keys alone', async () => {
  const { page } = scene;
  await button(`About ${SOURCE}`).press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(SOURCE);
  await page.getByText(/^since /).waitFor();
  await page
    .getByText(/^Last notice /)
    .last()
    .waitFor();
  await button('Check connection').press('Enter');
  await page.locator('.steps').waitFor();
  await button('Send a test').press('Enter');
  await page.getByText('toast shown').waitFor();

  const name = page.getByLabel('Name');
  await name.fill('Cellar');
  await button('Try without saving').press('Enter');
  await page.locator('.outcome.fine').last().waitFor();
  await nav(page, new RegExp(`^${SOURCE}`)).waitFor(); // it was not saved
  await name.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  await nav(page, /^Cellar/).waitFor();

  await page.getByRole('switch', { name: 'Turned on' }).press('Space');
  await nav(page, /^Cellar Turned off/).waitFor();
  await page.getByRole('switch', { name: 'Turned on' }).press('Space');
  await nav(page, /^Cellar Live/).waitFor();

  await button('Remove this source…').press('Enter');
  await page.getByRole('dialog', { name: 'Remove Cellar?' }).waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => button('Remove this source…').evaluate((it) => it === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Enter');
  await button('Remove and delete its notices').press('Enter');
  await page.getByRole('heading', { name: 'Nothing is ringing yet' }).waitFor();
  await page.getByText('Something to keep').waitFor({ state: 'detached' });
  await expect.poll(hasFocus).toBe(true);
});

test('what the only source sent can be read, and found, when it was kept', async () => {
  const { page } = scene;
  await button(`About ${SOURCE}`).click();
  await button('Remove this source…').click();
  await button('Remove, keep its notices').click();
  await page.getByRole('heading', { name: 'Nothing is ringing yet' }).waitFor();
  await topRow(page, 'Removed source').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('keep');
  await page.locator('.row mark').waitFor();
  await page.keyboard.press('Enter');
  await detail(page).getByText('Something to keep').waitFor();
});

test('removed by somebody else, its page and its list go, and the keys go on', async () => {
  const { page } = scene;
  const draft = { name: 'Other', url: 'http://127.0.0.1:9/', dialect: 'rows', mapping: null } as const;
  const added = await ask(page, 'addSource', { ...draft, credential: { kind: 'none' } });
  await nav(page, /^Other/).click();
  await page.getByRole('heading', { level: 1, name: 'Other' }).waitFor();
  await button('About Other').last().click();
  await button('Check connection').waitFor();
  await ask(page, 'removeSource', { id: added.ok ? added.value.id : '', keepHistory: true });
  await button('Check connection').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  await topRow(page, 'Something to keep').waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('selected');
});

test('removed by mouse, its notices stay, and the focus is somewhere', async () => {
  const { page } = scene;
  await page.evaluate(() =>
    window.bellhop.request('addSource', {
      ...{ name: 'Other', url: 'http://127.0.0.1:9/', dialect: 'rows', mapping: null },
      credential: { kind: 'none' },
    }),
  );
  await nav(page, /^Other/).waitFor();
  await button(`About ${SOURCE}`).click();
  await expectAccessible(page);
  await button('Remove this source…').click();
  await button('Remove, keep its notices').click();
  await nav(page, new RegExp(`^${SOURCE}`)).waitFor({ state: 'detached' });
  await rows(page).filter({ hasText: 'Removed source' }).first().waitFor();
  await expect.poll(hasFocus).toBe(true);
});

const makeNarrow = () => resizeWindow(scene.running.app, 420, 700);

test('on a narrow window, what was done can be undone from what covers the list', async () => {
  const { page } = scene;
  await makeNarrow();
  await rows(page).first().click();
  await page.keyboard.press('t');
  await page.getByRole('heading', { name: 'New rule' }).waitFor();
  await button('Save rule').click();
  await page.getByText(/^Saved the rule/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
});

test('on a narrow window, what the last source left is not covered by a welcome', async () => {
  const { page } = scene;
  await makeNarrow();
  await page.locator('.window.narrow').waitFor();
  const state = await ask(page, 'readState', {});
  for (const { id } of state.ok ? state.value.sources : [])
    await ask(page, 'removeSource', { id, keepHistory: true });
  await rows(page).filter({ hasText: 'Removed source' }).first().waitFor();
  await page.keyboard.press('Escape');
  await rows(page).first().waitFor();
  expect(await page.locator('.welcome').count()).toBe(0);
});
