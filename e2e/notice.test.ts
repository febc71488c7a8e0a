import { beforeAll, beforeEach, expect, test } from 'vitest';
import { clickToast, dismissToasts } from './support/dunst.ts';
import { detail, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';
import { trayIcon } from './support/tray.ts';

// The main job: from the server to the eye, and to "read".

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});
beforeEach(dismissToasts);

test('a notification becomes a toast, a row on top and a mark in the tray; a click on the toast reads it', async () => {
  const { page, server, toasts } = scene;
  const idle = await trayIcon();
  expect(idle.tooltip).toBe('Bellhop: nothing unread');

  await server.publish({ title: 'Disk almost full', content: '91 % of /srv is in use.' });
  const toast = await toasts.waitFor(({ title }) => title === 'Disk almost full');
  expect(toast).toMatchObject({ app: 'Bellhop', body: '91 % of /srv is in use.', urgent: false });
  const row = topRow(page, 'Disk almost full');
  await row.getByText('Unread').waitFor({ state: 'attached' });
  expect(await row.innerText()).toContain(SOURCE);
  await page.getByRole('button', { name: 'Inbox 1 unread' }).waitFor();
  await expect.poll(trayIcon).toMatchObject({ tooltip: 'Bellhop: 1 unread' });
  expect((await trayIcon()).picture).not.toBe(idle.picture);

  await clickToast(toast);
  await detail(page).getByRole('heading', { name: 'Disk almost full' }).waitFor();
  await detail(page).getByText('91 % of /srv is in use.').waitFor();
  await row.getByText('Unread').waitFor({ state: 'detached' });
  await expect.poll(trayIcon).toEqual(idle);
});

test('text is shown as it was sent: no title, urgent, and full of markup', async () => {
  const { page, server, toasts } = scene;
  const content = '<b>5 < 6</b> & <a href="https://example.org">one</a>\nsecond line';
  await server.publish({ content, priority: 5 });
  const toast = await toasts.waitFor(({ urgent }) => urgent);
  expect(toast.title).toBe(SOURCE);
  expect(unescapeMarkup(toast.body)).toBe(content);
  expect(toast.body).not.toContain('<');
  const row = topRow(page, '<b>5 < 6</b> & <a href="https://example.org">one</a>');
  await row.getByText('Urgent').waitFor();
  expect(await rows(page).locator('b, a').count()).toBe(0);
});

/** https://specifications.freedesktop.org/notification-spec/latest/markup.html */
function unescapeMarkup(body: string): string {
  return body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
