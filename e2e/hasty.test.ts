import { beforeAll, expect, test } from 'vitest';
import { rawServer } from '../testing/raw-server.ts';
import { ask } from './support/ask.ts';
import { detail, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene } from './support/scene.ts';

// Keys that come before the answer to the last ones: what they do is done to what the person means.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const content of ['One', 'Two', 'Three', 'Four']) {
    await scene.server.publish({ content });
    await topRow(scene.page, content).waitFor();
  }
  return scene.close;
});
const press = async (...keys: string[]) => {
  for (const key of keys) await scene.page.keyboard.press(key);
};
const listed = () => rows(scene.page).locator('.title').allInnerTexts();
const said = (words: string) => scene.page.getByRole('status').filter({ hasText: words }).waitFor();

test('Enter right after a pasted search goes to what it finds', async () => {
  const { page } = scene;
  await press('/');
  await page.keyboard.insertText('One'); // the first search: its thread has yet to start
  await press('Enter');
  await detail(page).getByRole('heading', { name: 'One' }).waitFor();
  expect(await listed()).toEqual(['One']);
  await page.getByRole('searchbox').focus();
  await press('Escape');
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
});

test('an undo is about what was done last, though that is not through yet', async () => {
  const { page } = scene;
  await press('Home', 'e');
  await expect.poll(listed).toEqual(['Three', 'Two', 'One']);
  await said('Archived.');
  await page.evaluate(() => {
    for (const key of ['e', 'z'])
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await said('Undone.');
  expect(await listed()).toEqual(['Three', 'Two', 'One']);
  await press('z');
  await expect.poll(listed).toEqual(['Four', 'Three', 'Two', 'One']);
});

test('an undo brings a notice back to the unread, though it was read there', async () => {
  const { page } = scene;
  await press('g', 'u');
  await page.getByRole('heading', { level: 1, name: 'Unread' }).waitFor();
  await press('Home', 'Enter');
  await detail(page).waitFor();
  const before = await listed();
  await press('e');
  await expect.poll(listed).toEqual(before.slice(1));
  await press('z');
  await expect.poll(listed).toEqual(before);
});

test('“Try now” keeps the focus while it tries', async () => {
  const { page } = scene;
  const server = await rawServer((response, _request, n) => {
    if (n === 0) response.writeHead(503, { 'Retry-After': '3600' }).end(); // then it says nothing at all
  });
  const source = { name: 'Mute', url: server.url, dialect: 'rows', mapping: null } as const;
  await ask(page, 'addSource', { ...source, credential: { kind: 'none' } });
  const tryNow = page.getByRole('button', { name: 'Try now' });
  await tryNow.focus();
  await press('Enter');
  await server.requests.until(({ length }) => length === 2);
  await page.locator('button[aria-disabled=true]').filter({ hasText: 'Try now' }).waitFor();
  expect(await tryNow.evaluate((button) => button === document.activeElement)).toBe(true);
});
