import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { ask } from './support/ask.ts';
import { clickToast, watchToasts } from './support/dunst.ts';
import { closeWindow, detail, openedWindow, rendererPids, resizeWindow, topRow } from './support/inbox.ts';
import { launchHidden } from './support/launch.ts';
import { emptyFolder, openScene, type Scene, sourceFrom } from './support/scene.ts';
import { startCompanion } from './support/server.ts';
import { whenLive } from './support/store.ts';
import { clickTray } from './support/tray.ts';
import { until } from './support/until.ts';

// The window comes and goes; the tray and the connection stay.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

test('a toast raised while the window is closed opens it at that notice, with the history and live', async () => {
  const { server, toasts, running } = scene;
  await server.publish({ content: 'before' });
  await topRow(scene.page, 'before').waitFor();
  await closeWindow(running.app);

  await server.publish({ title: 'While closed', content: 'The renderer is gone.' });
  await server.publish({ content: 'newer' });
  const toast = await toasts.waitFor(({ title }) => title === 'While closed');
  const page = await openedWindow(running.app, () => clickToast(toast));
  scene.page = page;
  await detail(page).getByRole('heading', { name: 'While closed' }).waitFor();
  await page.getByRole('option', { selected: true }).filter({ hasText: 'While closed' }).waitFor();
  await page.getByRole('option').filter({ hasText: 'before' }).waitFor();
  await server.publish({ content: 'after' });
  await topRow(page, 'after').waitFor();
});

test('a click on the tray icon brings the window back, and only one', async () => {
  const { app } = scene.running;
  await closeWindow(app);
  scene.page = await openedWindow(app, clickTray);
  await topRow(scene.page, 'after').waitFor();
  await clickTray();
  await scene.page.getByRole('option').first().waitFor();
  expect(app.windows()).toHaveLength(1);
  expect(await rendererPids(app)).toHaveLength(1);
});

test('the window comes back in the size it was left at', async () => {
  const { app } = scene.running;
  await resizeWindow(app, 900, 640);
  await closeWindow(app);
  scene.page = await openedWindow(app, clickTray);
  const size = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(await size()).toEqual([900, 640]);
});

test.each(['light', 'dark'] as const)(
  'before there is a page the window has its color: %s',
  async (theme) => {
    const { app } = scene.running;
    await ask(scene.page, 'setPreferences', { theme });
    await closeWindow(app);
    scene.page = await openedWindow(app, clickTray);
    const window = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
    );
    const page = await scene.page.evaluate(() => {
      const [r, g, b] =
        getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return `#${[r, g, b].map((part = 0) => part.toString(16).padStart(2, '0')).join('')}`;
    });
    expect(window?.toLowerCase()).toBe(page);
  },
);

test('a page that crashes takes its window along: toasts still rise, and the tray brings a new one', async () => {
  const { app } = scene.running;
  await scene.page.locator('body').click({ position: { x: 5, y: 5 } }); // somebody is at the window
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await until('the window is gone', () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 0),
  );
  await scene.server.publish({ content: 'after the crash' });
  await scene.toasts.waitFor(({ body }) => body === 'after the crash');
  scene.page = await openedWindow(app, clickTray);
  await topRow(scene.page, 'after the crash').waitFor();
});

test('--hidden starts without a window, and its toasts open one', async () => {
  await scene.running.quit();
  const server = await startCompanion(emptyFolder());
  onTestFinished(server.stop);
  const data = emptyFolder();
  const hidden = await launchHidden({ data, args: ['--hidden'], env: sourceFrom(server) });
  onTestFinished(hidden.quit);
  await whenLive(data);
  const toasts = watchToasts();
  await server.publish({ title: 'Unseen', content: 'No window yet.' });
  const toast = await toasts.waitFor(({ title }) => title === 'Unseen');
  expect(hidden.app.windows()).toHaveLength(0);
  expect(await rendererPids(hidden.app)).toHaveLength(0);
  const page = await openedWindow(hidden.app, () => clickToast(toast));
  await detail(page).getByText('No window yet.').waitFor();
});
