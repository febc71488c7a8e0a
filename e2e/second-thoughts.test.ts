import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { choose } from './support/dialogs.ts';
import { nav } from './support/inbox.ts';
import { emptyFolder, openScene, type Scene } from './support/scene.ts';

// Forms in which somebody changes their mind halfway, or something else changes what they show.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

async function state(page: Page) {
  const reply = await ask(page, 'readState', {});
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}
const button = (name: string | RegExp, exact = false) => scene.page.getByRole('button', { name, exact });
const field = (name: string) => scene.page.locator(`[name=${name}]`);

test('a rule whose time was cleared says what is missing, and the window lives on', async () => {
  const { page } = scene;
  await nav(page, 'Settings').click();
  await button('Add a rule').click();
  await field('rule-text').fill('disk');
  await page.locator('.rule-editor').getByLabel('Then').selectOption({ label: 'Snooze it' });
  await page.locator('.rule-editor input[type=time]').fill('');
  await button('Save rule').click();
  await page.locator('.rule-editor .mistake').filter({ hasText: 'time of day' }).waitFor();
  await page.keyboard.press('Escape');
  await nav(page, 'Add a source…').click();
  await page.getByLabel('Address').waitFor();
  await page.keyboard.press('Escape');
});

test('quiet hours that were imported are shown, and changed from what they are', async () => {
  const { page } = scene;
  await nav(page, 'Settings').click();
  const quietHours = {
    ...{ enabled: true, timeZone: 'Asia/Tokyo', urgentPasses: false },
    hours: [{ days: [1, 2], from: '20:15', to: '08:45' }],
  };
  const file = join(emptyFolder(), 'settings.json');
  const about = { bellhop: 'settings', version: 1, writtenAt: new Date().toISOString() };
  writeFileSync(file, JSON.stringify({ ...about, quietHours, preferences: { keepDays: 365 } }));
  await choose(scene.running.app, file);
  await button('Import settings…').click();
  await page.getByText('It also changes how long notices are kept').waitFor();
  await button('Import', true).click();
  await page.getByText(/^Added 0 sources/).waitFor();
  await page.getByRole('switch', { name: 'Let urgent notices through' }).click();
  await expect
    .poll(async () => (await state(page)).quietHours)
    .toEqual({ ...quietHours, urgentPasses: true });
});

test('what answered the trial of an address is what is saved', async () => {
  const { page, server } = scene;
  const wrong = { name: 'Wrong', url: 'http://127.0.0.1:9/topic', dialect: 'ntfy', mapping: null } as const;
  await ask(page, 'addSource', { ...wrong, credential: { kind: 'none' } });
  await button('About Wrong').click();
  await field('url').fill(server.url.replace('127.0.0.1', 'localhost'));
  await page.getByRole('radio', { name: 'Token' }).check();
  await field('token').fill(server.token);
  await button('Try without saving').click();
  await page.locator('.outcome.fine').waitFor();
  await button('Save', true).click();
  await expect
    .poll(async () => (await state(page)).sources.find(({ name }) => name === 'Wrong'))
    .toMatchObject({ dialect: 'rows', feed: { kind: 'open' } });
});

test('a preset that was looked at does not make another kind of server one of its own', async () => {
  const { page, server } = scene;
  const { sources } = await state(page);
  for (const { id } of sources) await ask(page, 'removeSource', { id, keepHistory: false });
  await nav(page, 'Add a source…').click();
  await button('Mastodon').click();
  await page.keyboard.press('Escape');
  await nav(page, 'Add a source…').click();
  await field('url').fill(server.url);
  await field('token').fill(server.token);
  await page.keyboard.press('Enter');
  await button('Done').waitFor();
  await expect
    .poll(async () => (await state(page)).sources[0])
    .toMatchObject({ dialect: 'rows', feed: { kind: 'open' } });
});
