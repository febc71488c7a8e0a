import { afterEach, beforeAll, onTestFinished, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { detail, nav, resizeWindow, rows, topRow } from './support/inbox.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder, openScene, type Scene, SOURCE } from './support/scene.ts';

// The states of the window, in both themes. Those of sources are in sources.test.ts.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  const { server, page } = scene;
  await server.publish({ content: 'Without a title, but with two lines.\nThis is the second.' });
  await server.publish({
    ...{ title: 'Backup failed', content: 'No space left on /srv. See https://example.org/runs/7' },
    ...{ priority: 5, link: 'https://example.org/runs/7', tags: ['backup', 'nas'] },
  });
  await topRow(page, 'Backup failed').waitFor();
  return scene.close;
});
afterEach(() => resize(1180, 760));

const resize = (width: number, height: number) => resizeWindow(scene.running.app, width, height);

test('the first start', async () => {
  const { page, quit } = await launchApp({ data: emptyFolder() });
  onTestFinished(quit);
  await page.getByRole('heading', { name: 'Nothing is ringing yet' }).waitFor();
  await expectAccessible(page);
});

test('the list, and a notice beside it', async () => {
  const { page } = scene;
  await expectAccessible(page);
  await topRow(page, 'Backup failed').click();
  await detail(page).locator('.why').waitFor();
  await expectAccessible(page);
});

test('the form to add a source, with a mistake', async () => {
  const { page } = scene;
  await nav(page, 'Add a source…').click();
  await page.getByText('It needs a token or a password').click();
  await page.getByRole('radio', { name: 'Token' }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Give the address of the server.').waitFor();
  await expectAccessible(page);
});

test('settings and the keys', async () => {
  const { page } = scene;
  await nav(page, 'Settings').click();
  await page.getByRole('heading', { name: 'Appearance' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await expectAccessible(page);
});

test('a source that was checked, with what was found', async () => {
  const { page } = scene;
  await page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await page.getByRole('button', { name: 'Check connection' }).click();
  await page.locator('.steps').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('a source, and the question before it is removed', async () => {
  const { page } = scene;
  await page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await page.getByRole('button', { name: 'Remove this source…' }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
});

test('a source that cannot connect, paused toasts, a muted source', async () => {
  const { page, server } = scene;
  const url = server.url.replace('127.0.0.1', 'localhost');
  await page.evaluate(
    (url) =>
      window.bellhop.request('addSource', {
        ...{ name: 'Refused', url, dialect: 'rows', mapping: null },
        credential: { kind: 'bearer', token: 'wrong' },
      }),
    url,
  );
  await page.getByText('doesn’t accept the credential').first().waitFor();
  await page.getByRole('switch', { name: 'Toasts on' }).click();
  await page.getByRole('button', { name: 'Until I end it' }).click();
  await page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await page.getByRole('switch', { name: 'Show toasts' }).click();
  await page.getByText('Toasts muted').first().waitFor({ state: 'attached' });
  await expectAccessible(page);
});

test('a narrow window: list, drawer, notice', async () => {
  const { page } = scene;
  await resize(420, 700);
  const back = page.getByRole('button', { name: 'Back to the list' });
  await back.click(); // from the source's page to the notice that was open below it
  await detail(page).waitFor();
  await back.click();
  await rows(page).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Views and sources' }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await rows(page).first().click();
  await detail(page).locator('.why').waitFor();
  await expectAccessible(page);
});
