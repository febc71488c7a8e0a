import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { clickToast } from './support/dunst.ts';
import { closeWindow, detail, openedWindow, rendererPids, topRow } from './support/inbox.ts';
import { packagedApp } from './support/packaged.ts';
import { openScene } from './support/scene.ts';
import { searchFor } from './support/search.ts';
import { trayIcon } from './support/tray.ts';

// The app as electron-builder packs it (npm run dist -- --dir), fuses flipped.

test('the package starts sandboxed, does the main job, and quits', async () => {
  const scene = await openScene({ packaged: packagedApp() });
  onTestFinished(scene.close);
  const { server, toasts, running } = scene;
  expect(await running.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  for (const pid of await rendererPids(running.app))
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);

  await server.publish({ title: 'From the package', content: 'It works.' });
  await toasts.waitFor(({ title, body }) => title === 'From the package' && body === 'It works.');
  await topRow(scene.page, 'From the package').waitFor();
  await expect.poll(trayIcon).toMatchObject({ tooltip: 'Bellhop: 1 unread' });
  expect(await searchFor(scene.page, 'package work')).toEqual(['From the package']); // its thread starts from the archive

  await closeWindow(running.app);
  await server.publish({ title: 'While closed', content: 'Click me.' });
  const toast = await toasts.waitFor(({ title }) => title === 'While closed');
  scene.page = await openedWindow(running.app, () => clickToast(toast));
  await detail(scene.page).getByText('Click me.').waitFor();
  await expect.poll(trayIcon).toMatchObject({ tooltip: 'Bellhop: 1 unread' });

  // The keyring and the native SQLite work in the package too: a second run finds credential and history.
  await running.quit();
  await scene.restart({ env: {} });
  await topRow(scene.page, 'While closed').waitFor();
  await scene.page.getByText('1 of 1 source live').waitFor();
});
