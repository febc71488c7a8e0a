import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { nav, topRow } from './support/inbox.ts';
import { openScene, type Scene } from './support/scene.ts';

// Quiet hours, pause and what is kept, as a person sets them.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

const state = async () => {
  const reply = await scene.page.evaluate(() => window.bellhop.request('readState', {}));
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
};

test('quiet hours: turned on they begin with the night, and hold what they are set to', async () => {
  const { page, server } = scene;
  await nav(page, 'Settings').click();
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  const clock = (hour: number) => `${String((hour + 24) % 24).padStart(2, '0')}:00`;
  const hour = await page.evaluate(() => new Date().getHours());
  await page.getByLabel('From', { exact: true }).fill(clock(hour));
  await page.getByLabel('to', { exact: true }).fill(clock(hour + 2));
  await page.getByText(/^Quiet now, until/).waitFor();
  await expectAccessible(page);
  await server.publish({ content: 'in the quiet' });
  await topRow(page, 'in the quiet').click();
  await page.getByText('quiet hours').first().waitFor();
  await nav(page, 'Settings').click();
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  await expect.poll(async () => (await state()).quietUntil).toBeNull();
});

test('a pause has an end, and can be ended', async () => {
  const { page } = scene;
  await page.getByRole('switch', { name: 'Toasts on', exact: true }).click();
  await page.getByRole('button', { name: 'For an hour' }).click();
  await page.getByRole('switch', { name: /^Toasts paused until/ }).click();
  await page.getByRole('switch', { name: 'Toasts on', exact: true }).waitFor();
});

test('what is kept of the history', async () => {
  const { page } = scene;
  await page.getByLabel('Keep what is read or archived').selectOption('90');
  await page.getByLabel('Keep at most').selectOption('100000');
  await expect
    .poll(async () => (await state()).preferences)
    .toMatchObject({ keepDays: 90, keepCount: 100_000 });
});
