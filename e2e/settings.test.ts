import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nav, topRow } from './support/inbox.ts';
import { openScene, SOURCE } from './support/scene.ts';

// What outlives a restart, and where secrets go.

/** The files below a folder that hold a text in the clear. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

test('the keyring keeps the credential: it outlives a restart, and no file holds it in the clear', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  await scene.running.quit();
  expect(filesWith(scene.data, scene.server.token)).toEqual([]);
  await scene.restart({ env: {} });
  await nav(scene.page, `${SOURCE} Live`).waitFor();
  await scene.server.publish({ content: 'still accepted' });
  await topRow(scene.page, 'still accepted').waitFor();
  await nav(scene.page, 'Settings').click();
  await scene.page.getByText('kept in this computer’s keyring').waitFor();
});

test('without a keyring the credential ends with the session, unless the person has it kept in a private file', async () => {
  const scene = await openScene({ keyring: false });
  onTestFinished(scene.close);
  await nav(scene.page, 'Settings').click();
  await scene.page.getByText('This computer has no keyring').waitFor();
  await scene.running.quit();
  expect(filesWith(scene.data, scene.server.token)).toEqual([]);

  await scene.restart({ env: {} });
  await scene.page.getByText(/needs its (credential|token or password) again\./).waitFor();
  await scene.page.getByRole('button', { name: 'Edit' }).click();
  await scene.page.getByLabel('Token').and(scene.page.locator('[type=password]')).fill(scene.server.token);
  await scene.page.getByText('Keep it in a private file instead').click();
  await scene.page.getByRole('button', { name: 'Save' }).click();
  await nav(scene.page, `${SOURCE} Live`).waitFor();
  await scene.running.quit();

  await scene.restart({ env: {} });
  await nav(scene.page, `${SOURCE} Live`).waitFor();
  const files = filesWith(scene.data, scene.server.token);
  expect(files).toContain(join(scene.data, 'secrets.json'));
  for (const file of files) expect(statSync(file).mode & 0o777, file).toBe(0o600);
});

test('a broken settings file is set aside, the last good one put back, and the person told', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  await scene.running.quit();
  writeFileSync(join(scene.data, 'settings.json'), '{"sources": [{"id":');
  await scene.restart({ env: {} });
  const notice = scene.page.getByRole('alert').filter({ hasText: 'The settings file was damaged.' });
  await notice.waitFor();
  await nav(scene.page, `${SOURCE} Live`).waitFor();
  expect(readdirSync(scene.data).filter((name) => name.startsWith('settings.json.broken-'))).toHaveLength(1);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await notice.waitFor({ state: 'detached' });
});

test('the theme follows the choice, at once and after a restart', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const inkOf = () => scene.page.evaluate(() => getComputedStyle(document.body).color);
  const light = await inkOf();
  await nav(scene.page, 'Settings').click();
  await scene.page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(inkOf).not.toBe(light);
  const dark = await inkOf();
  await scene.running.quit();
  await scene.restart();
  expect(await inkOf()).toBe(dark);
});

test('contrast, density and text size are seen at once, and after a restart', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const look = () =>
    scene.page.evaluate(() => {
      const { contrast, density } = document.documentElement.dataset;
      return `${contrast} ${density} ${Math.round(devicePixelRatio * 100)}`;
    });
  expect(await look()).toBe('usual comfortable 100');
  await nav(scene.page, 'Settings').click();
  await scene.page.getByRole('radio', { name: 'High contrast' }).check();
  await scene.page.getByRole('radio', { name: 'Compact' }).check();
  await scene.page.getByRole('radio', { name: '115%' }).check();
  await expect.poll(look).toBe('more compact 115');
  await scene.page.keyboard.press('Control+=');
  await expect.poll(look).toBe('more compact 130');
  await scene.running.quit();
  await scene.restart();
  await expect.poll(look).toBe('more compact 130');
  await scene.page.keyboard.press('Control+-');
  await expect.poll(look).toBe('more compact 115');
  await scene.page.keyboard.press('Control+0');
  await expect.poll(look).toBe('more compact 100');
});
