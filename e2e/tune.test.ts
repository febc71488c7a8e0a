import { expect, onTestFinished, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { nav, topRow } from './support/inbox.ts';
import { openScene } from './support/scene.ts';

// What a person lays down in the settings: it holds in main, and outlives a restart.

test('quiet hours, pause, sounds and how long notices are kept are set in the settings', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const state = async () => {
    const reply = await scene.page.evaluate(() => window.bellhop.request('readState', {}));
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  };
  const { page } = scene;
  await nav(page, 'Settings').click();

  await page.getByRole('switch', { name: 'Keep quiet at set hours' }).check();
  await page.getByLabel('From', { exact: true }).fill('21:30');
  await page.getByRole('checkbox', { name: 'Saturday' }).setChecked(false, { force: true });
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await expect
    .poll(async () => (await state()).quietHours)
    .toMatchObject({ enabled: true, timeZone: 'Europe/Berlin', hours: [{ from: '21:30', to: '07:00' }] });
  expect((await state()).quietHours.hours[0]?.days.includes(6)).toBe(false);

  await page.getByLabel('To', { exact: true }).fill('');
  await page.getByText('Give a time of day such as 22:00.').waitFor();
  expect((await state()).quietHours.hours[0]?.to).toBe('07:00');
  await page.getByLabel('To', { exact: true }).fill('06:00');
  await expect.poll(async () => (await state()).quietHours.hours[0]?.to).toBe('06:00');

  await page.getByRole('switch', { name: 'Low', exact: true }).check();
  await page.getByLabel('Remove after').selectOption('90 days');
  await expect
    .poll(async () => (await state()).preferences)
    .toMatchObject({ keepDays: 90, sounds: { 1: 'none', 2: 'default' } });

  await page.getByRole('button', { name: 'Pause for an hour' }).click();
  await page.getByText(/^Toasts are paused until /).waitFor();
  expect((await state()).paused).toBeTypeOf('number');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show toasts again' }).click();
  await expect.poll(async () => (await state()).paused).toBe(null);

  await scene.running.quit();
  await scene.restart();
  await nav(scene.page, 'Settings').click();
  expect(await scene.page.getByLabel('From', { exact: true }).inputValue()).toBe('21:30');
});

test('a pause is chosen at the foot of the window too, and ended there', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page } = scene;
  await page.getByRole('switch', { name: 'Toasts on', exact: true }).click();
  await page.getByRole('button', { name: 'Pause for an hour' }).click();
  await page.getByRole('switch', { name: /^Toasts paused until/ }).click();
  await page.getByRole('switch', { name: 'Toasts on', exact: true }).waitFor();
});

test('a rule is tried on the history, saved, and decides from then on, saying so', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page, server } = scene;
  await server.publish({ content: 'Build 1 is broken' });
  await topRow(page, 'Build 1').waitFor();
  await nav(page, 'Settings').click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Pattern (regular expression)').fill('build [');
  await page.getByText('It would have matched').waitFor({ state: 'detached' });
  await page.getByLabel('Pattern (regular expression)').fill('(?i)build \\d');
  await page.getByText('It would have matched 1 of the newest 1.').waitFor();
  await page.locator('.rule-preview').getByText('Build 1 is broken').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Builds');
  await page.getByLabel('Then').selectOption('Archive it');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByRole('switch', { name: /^Builds/ }).waitFor();
  await server.publish({ content: 'Build 2 is broken' });
  await page.getByText('Once, last').waitFor();
  await nav(page, 'Archived').click();
  await topRow(page, 'Build 2').click();
  await page.getByText('archived by your rule “Builds”').waitFor();
});
