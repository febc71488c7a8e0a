import { beforeAll, expect, test } from 'vitest';
import { ask } from './support/ask.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';
import { trayIcon, trayMenu } from './support/tray.ts';

// What is said outside of the window is in the language that was chosen there.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

test('in German, the tray is German at once, and so is the digest of what was missed', async () => {
  expect(await trayMenu()).toContain('Mark all as read');
  await ask(scene.page, 'setPreferences', { language: 'de' });
  await expect.poll(trayMenu).toContain('Alle als gelesen markieren');
  expect(await trayMenu()).toEqual(
    expect.arrayContaining(['Eingang öffnen', 'Verbunden', 'Bellhop beenden']),
  );
  expect((await trayIcon()).tooltip).toBe('Bellhop: nichts ungelesen');

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
