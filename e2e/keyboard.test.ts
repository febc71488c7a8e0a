import { beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { detail, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';

// Every flow of the inbox without a pointer, and each of its states held against axe.

const link = 'https://example.org/1';
const notices = [
  { title: 'One', content: 'The first of them.', priority: 5, link },
  { title: 'Two', content: 'The second, see https://example.org/2', priority: 3 },
  { title: 'Three', content: 'The third.', priority: 4 },
  { title: 'Four', content: 'The fourth.', priority: 3 },
];

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const notice of notices) {
    await scene.server.publish(notice);
    await topRow(scene.page, notice.title).waitFor();
  }
  return scene.close;
});
beforeEach(async () => {
  await press('Escape', 'Escape', 'g', 'i');
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
});

const listed = () => rows(scene.page).locator('.title').allInnerTexts();
const chosen = () =>
  scene.page.getByRole('option', { selected: true, disabled: false }).locator('.title').allInnerTexts();
/** The title of the row that has the focus. */
const standing = () =>
  scene.page.evaluate(
    () => document.activeElement?.closest('.row')?.querySelector('.title')?.textContent ?? null,
  );
const focusedText = () => scene.page.evaluate(() => document.activeElement?.textContent ?? null);
const heading = () => detail(scene.page).getByRole('heading', { level: 1 }).innerText();
async function press(...keys: string[]) {
  for (const key of keys) await scene.page.keyboard.press(key);
}
const said = (words: string) => scene.page.getByRole('status').filter({ hasText: words }).waitFor();

test('j, k, arrows, Home and End move, and what one stands on is shown', async () => {
  await press('j', 'j', 'ArrowDown');
  expect(await standing()).toBe('Two');
  await press('k', 'ArrowUp');
  expect(await standing()).toBe('Four');
  await press('End');
  await expect.poll(heading).toBe('One');
  await press('Home');
  await expect.poll(heading).toBe('Four');
});

test('u marks unread and read again, r read', async () => {
  await press('j', 'r');
  const unread = () => topRow(scene.page, 'Four').getByText('Unread').count();
  await expect.poll(unread).toBe(0);
  await press('u');
  await expect.poll(unread).toBe(1);
  await press('u');
  await expect.poll(unread).toBe(0);
});

test('several chosen with x, Shift and Ctrl+A, done at once and undone at once', async () => {
  await press('j', 'x', 'j', 'j', 'x');
  expect(await chosen()).toEqual(['Four', 'Two']);
  await press('Escape', 'Home', 'Shift+j', 'Shift+ArrowDown');
  expect(await chosen()).toEqual(['Four', 'Three', 'Two']);
  await expectAccessible(scene.page);
  await press('e');
  await expect.poll(listed).toEqual(['One']);
  await said('Archived 3 notices.');
  await expect.poll(standing).toBe('One');
  await press('z');
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
  await press('Control+a');
  expect(await chosen()).toHaveLength(4);
  await press('Escape');
  expect(await chosen()).toHaveLength(1);
});

test('the focus goes on to the next row, at the end to the one before, and comes back with an undo', async () => {
  await press('j', 'j', 'e');
  await expect.poll(standing).toBe('Two');
  await press('End', '#');
  await expect.poll(standing).toBe('Two');
  await press('z');
  await expect.poll(standing).toBe('One');
  await press('z');
  await expect.poll(standing).toBe('Three');
});

test('in a list without rows keys still do what they say, rather than be typed into the search', async () => {
  await press('g', 's');
  await expect.poll(focusedText).toBe('Nothing snoozed');
  await press('g', 'i');
  await expect.poll(standing).not.toBeNull();
  await press('Home', 'Shift+End', 'e');
  await expect.poll(focusedText).toBe('All done');
  await press('z');
});

test('a row that goes by itself hands the focus on', async () => {
  const { page } = scene;
  await press('j', 'j');
  const three = await page.evaluate(() => Number(document.activeElement?.id.replace('notice-', '')));
  const moved = (to: 'archived' | 'inbox') =>
    page.evaluate(([id, to]) => window.bellhop.request('moveNotices', { ids: [id], to }), [
      three,
      to,
    ] as const);
  await moved('archived');
  await expect.poll(listed).toEqual(['Four', 'Two', 'One']);
  await expect.poll(standing).not.toBeNull();
  await moved('inbox');
});

test('who pressed beside everything is not pulled back when the row that had the focus goes', async () => {
  const { page } = scene;
  await press('j', 'j');
  const three = await page.evaluate(() => Number(document.activeElement?.id.replace('notice-', '')));
  await page.locator('footer').click({ position: { x: 4, y: 4 } });
  await ask(page, 'moveNotices', { ids: [three], to: 'archived' });
  await expect.poll(listed).toEqual(['Four', 'Two', 'One']);
  for (let frame = 0; frame < 4; frame++)
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(seen)));
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await ask(page, 'moveNotices', { ids: [three], to: 'inbox' });
});

test('rows that come back above the one that has the focus leave it there', async () => {
  const { page } = scene;
  await press('j');
  const four = await page.evaluate(() => Number(document.activeElement?.id.replace('notice-', '')));
  await press('j', 'j');
  await ask(page, 'moveNotices', { ids: [four], to: 'archived' });
  await expect.poll(listed).toEqual(['Three', 'Two', 'One']);
  expect(await standing()).toBe('Two');
  await ask(page, 'moveNotices', { ids: [four], to: 'inbox' });
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
  expect(await standing()).toBe('Two');

  await press('Home', 'e', 'End');
  await expect.poll(standing).toBe('One');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
  await expect.poll(standing).not.toBeNull();
});

test('a button that goes away by being pressed hands the focus on', async () => {
  const { page } = scene;
  await press('j', 'u');
  await page.getByRole('button', { name: 'Mark all read' }).press('Enter');
  await expect.poll(standing).not.toBeNull();
  await page.getByRole('button', { name: 'Settings' }).press('Enter');
  await page.getByRole('switch', { name: 'Keep quiet at set hours' }).press('Space');
  await page.getByRole('button', { name: 'Add more hours' }).press('Enter');
  await page.getByRole('button', { name: 'Remove these hours' }).last().press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.page') !== null)).toBe(true);
  await page.getByRole('switch', { name: 'Keep quiet at set hours' }).press('Space');
});

test('the menu of a row, with arrows, letters and Escape', async () => {
  const { page } = scene;
  await press('j', 'j', 'm');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await expectAccessible(page);
  await press('Escape');
  expect(await standing()).toBe('Three');
  await press('Shift+F10', 'd', 'Enter');
  await expect.poll(listed).toEqual(['Four', 'Two', 'One']);
  await said('Deleted.');
  await expect.poll(standing).toBe('Two');
  await press('z');
});

test('snooze until a time of one’s own, and back from the list of the snoozed', async () => {
  const { page } = scene;
  await press('j', 's');
  await page.getByLabel('Or at').fill('2999-01-02T08:30');
  await press('Enter');
  await said('Snoozed until');
  await press('g', 's');
  await expect.poll(listed).toEqual(['Four']);
  await press('j', 'e');
  await expect.poll(listed).toEqual([]);
  await page.getByText('Nothing snoozed').waitFor();
});

test('a filter by priority, kept under a name and forgotten again', async () => {
  const { page } = scene;
  await page.getByRole('button', { name: 'Filter' }).press('Enter');
  await expectAccessible(page);
  await press('h', 'Enter');
  await expect.poll(listed).toEqual(['Three', 'One']);
  await page.getByRole('button', { name: 'Save as…' }).press('Enter');
  await page.keyboard.type('Loud');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Loud' }).waitFor();
  await expectAccessible(page);
  await press('g', 'i');
  await page.getByRole('button', { name: 'Loud', exact: true }).press('Enter');
  await expect.poll(listed).toEqual(['Three', 'One']);
  await page.getByRole('button', { name: 'Forget this filter' }).press('Enter');
  await page.getByRole('button', { name: 'Loud', exact: true }).waitFor({ state: 'detached' });
});

test('a search, through what it found, and back to the list as it was left', async () => {
  const { page } = scene;
  await press('j', 'j', 'j', '/');
  await page.keyboard.type('fir');
  await expect.poll(listed).toEqual(['One']);
  await expectAccessible(page);
  await press('Enter');
  expect(await standing()).toBe('One');
  await press('/', 'Escape');
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
  await expect.poll(standing).toBe('Two');
  await press('/');
  await page.keyboard.type('priority:9');
  await page.getByText('Priorities go from 1 to 5').waitFor();
  await press('Escape');
});

test('g goes to the lists and to the sources by their number, ? shows the keys', async () => {
  const { page } = scene;
  const name = (words: string) => page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();
  await press('g', '1');
  await name(SOURCE);
  await press('g', 'u');
  await name('Unread');
  await press('g', 'a');
  await name('Archived');
  await press('?');
  await name('Keyboard shortcuts');
  await press('Escape');
});

test('at twice the size of text everything still fits, and is accessible', async () => {
  const { page } = scene;
  await scene.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  );
  await press('j');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
  await scene.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
  );
});

test('at twice the size of text Tab shows every setting that it comes to', async () => {
  const { page } = scene;
  await page.getByRole('button', { name: 'Settings' }).press('Enter');
  await page.locator('.page').waitFor();
  const width = await page.evaluate(() => innerWidth);
  await ask(page, 'setPreferences', { textSize: 200 });
  await page.waitForFunction((width) => innerWidth < width, width);
  await page.locator('.page').getByRole('button').first().focus();
  const unseen: string[] = [];
  let passed = 0;
  for (let at = await focusedSetting(); at !== null; at = await focusedSetting()) {
    passed += 1;
    if (!at.seen) unseen.push(at.name);
    await press('Tab');
  }
  await ask(page, 'setPreferences', { textSize: 100 });
  expect(passed).toBeGreaterThan(15);
  expect(unseen).toEqual([]);
});

/** Null beyond the settings. Seen: it, or the label that it stands for, is what a pointer would find at its middle. */
function focusedSetting(): Promise<{ name: string; seen: boolean } | null> {
  return scene.page.evaluate(() => {
    const at = document.activeElement;
    if (!at?.closest('.page')) return null;
    const { left, top, width, height } = at.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    const isThere = found !== null && (at.contains(found) || found.contains(at));
    const isWhole = left >= 0 && left + width <= innerWidth && top >= 0 && top + height <= innerHeight;
    const name = `${at.tagName} ${at.closest('label')?.textContent ?? at.textContent}`.slice(0, 60);
    return { name, seen: isThere && isWhole };
  });
}
