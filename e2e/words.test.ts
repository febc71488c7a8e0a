import { beforeAll, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';
import { trayIcon, trayMenu } from './support/tray.ts';

// What is said outside of the window is in the language that was chosen there.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

test('in German, the tray and an open notice are German at once, and so is the digest of what was missed', async () => {
  expect(await trayMenu()).toContain('Mark all as read');
  await scene.server.publish({ content: 'Nummer 0' });
  await topRow(scene.page, 'Nummer 0').click();
  await scene.page.locator('.why', { hasText: 'nothing spoke against a toast' }).waitFor();
  await ask(scene.page, 'setPreferences', { language: 'de' });
  await expect.poll(trayMenu).toContain('Alle als gelesen markieren');
  await scene.page.locator('.why', { hasText: 'nichts sprach gegen eine Einblendung' }).waitFor();
  expect(await trayMenu()).toEqual(expect.arrayContaining(['Verbunden', 'Bellhop beenden']));
  await expect.poll(async () => (await trayIcon()).tooltip).toBe('Bellhop: nichts ungelesen');

  await scene.running.quit();
  for (let n = 1; n <= 7; n++)
    await scene.server.publish({ content: `Nummer ${n}`, priority: n === 7 ? 4 : 3 });
  await scene.restart();
  const digest = await scene.toasts.waitFor(({ title }) => title === '7 neue Benachrichtigungen');
  expect(digest.body.split('\n')[0]).toBe(`${SOURCE} 7 · 1 hoch`);
  await expect.poll(trayMenu).toContain('Eingang öffnen (7 ungelesen)');
  const asked = await ask(scene.page, 'retrySource', { id: 'gone' });
  expect(asked).toEqual({ ok: false, error: 'Diese Quelle wurde entfernt.' });
});
