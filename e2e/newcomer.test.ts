import { expect, onTestFinished, test } from 'vitest';
import { fakeNtfy } from '../testing/fakes/ntfy.ts';
import { watchToasts } from './support/dunst.ts';
import { closeWindow, nav, openedWindow, topRow } from './support/inbox.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder, openScene } from './support/scene.ts';
import { startCompanion } from './support/server.ts';
import { whenLive } from './support/store.ts';
import { clickTray } from './support/tray.ts';

test('from an empty start to the first toast, by the form, mistakes included', async () => {
  const server = await startCompanion(emptyFolder());
  onTestFinished(server.stop);
  const data = emptyFolder();
  const { app, page, quit } = await launchApp({ data });
  onTestFinished(quit);

  await page.getByRole('heading', { name: 'Nothing is ringing yet' }).waitFor();
  await page.getByRole('button', { name: 'Add a source', exact: true }).click();
  const address = page.getByLabel('Address');
  await expect.poll(() => address.evaluate((field) => field === document.activeElement)).toBe(true);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await press('Add');
  await page.getByText('Give the address of the server.').waitFor();
  await address.fill('ftp://example.org');
  await press('Add');
  await page.getByText('This isn’t a web address.').waitFor();

  await address.fill(server.url);
  await page.getByText('It needs a token or a password').click();
  await page.getByRole('radio', { name: 'Token' }).check();
  await press('Add');
  await page.getByText('Paste the token.').waitFor();
  const token = page.getByLabel('Token').and(page.locator('[type=password]'));
  await token.fill('two words');
  await press('Add');
  await page.getByText('A token is one word').waitFor();
  await token.fill('wrong');
  await press('Add');
  await page.getByText('The server doesn’t accept the credential.').waitFor();
  await token.fill(server.token);
  await press('Add');
  await page.getByText('Nothing is lost while Bellhop is away').waitFor();
  await page.getByLabel('Name').fill('My server');
  await press('Done');

  await nav(page, 'My server Live').waitFor();
  await page.getByRole('heading', { name: 'Nothing yet' }).waitFor();
  await whenLive(data);
  await closeWindow(app); // somebody who sits at the open list needs no toast
  const toasts = watchToasts();
  await server.publish({ title: 'Hello', content: 'It works.' });
  await toasts.waitFor(({ title, body }) => title === 'Hello' && body === 'It works.');
  await topRow(await openedWindow(app, clickTray), 'It works.').waitFor();
});

test('from an empty start to the first toast within the window: a topic that was made up, and a test', async () => {
  const ntfy = await fakeNtfy();
  const { page, quit } = await launchApp({ data: emptyFolder() });
  onTestFinished(quit);
  const toasts = watchToasts();
  await page.getByRole('button', { name: 'Add a source', exact: true }).click();
  await page.getByText('No server of your own?').waitFor();
  await page.keyboard.type(`${ntfy.url}/made-up`);
  await page.keyboard.press('Enter');
  await page.getByText('Added. Connected to ntfy.').waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await toasts.waitFor(({ title }) => title === 'Test'); // though the open list shows it as well
  await page.getByText('toast shown').waitFor();
  await topRow(page, 'A test by Bellhop').waitFor();
});

test('an empty list of a source that takes notices offers a test, and has the focus afterwards', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page, toasts } = scene;
  await page.getByRole('button', { name: 'Send a test' }).press('Enter');
  await toasts.waitFor(({ title }) => title === 'Test');
  await topRow(page, 'A test by Bellhop').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.row')?.textContent ?? ''))
    .toContain('A test by Bellhop');
});

test('the same address cannot be added twice, and the form says so', async () => {
  const server = await startCompanion(emptyFolder());
  onTestFinished(server.stop);
  const env = { BELLHOP_SERVER: server.url, BELLHOP_TOKEN: server.token, BELLHOP_SERVER_NAME: 'First' };
  const { page, quit } = await launchApp({ data: emptyFolder(), env });
  onTestFinished(quit);
  await nav(page, 'Add a source…').click();
  await page.getByLabel('Address').fill(server.url);
  await page.getByText('It needs a token or a password').click();
  await page.getByRole('radio', { name: 'Token' }).check();
  await page.getByLabel('Token').and(page.locator('[type=password]')).fill(server.token);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('“First” already listens at this address.').waitFor();
});
