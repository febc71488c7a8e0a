import { beforeAll, beforeEach, expect, test } from 'vitest';
import { closeWindow, detail, nav, openedWindow, topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';
import { chooseInTrayMenu, clickTray, trayIcon, trayMenu } from './support/tray.ts';

// What keeps a toast away or hides its text, and that the notice itself says so.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});
/** A window that nobody has touched yet: nobody counts as sitting at it. */
beforeEach(reopen);

async function reopen() {
  await closeWindow(scene.running.app);
  scene.page = await openedWindow(scene.running.app, clickTray);
  await scene.page.getByText('1 of 1 source live').waitFor();
}

const flip = (name: RegExp) => scene.page.getByRole('switch', { name }).click();

/** Publishes a notice and returns, as its "why" says it, why it raised no toast. */
async function whyNoToast(content: string): Promise<string> {
  await scene.server.publish({ content });
  await topRow(scene.page, content).click();
  const told = await why(content);
  expect(scene.toasts.seen().map(({ body }) => body)).not.toContain(content);
  return told;
}

const why = (words: string) => detail(scene.page).filter({ hasText: words }).locator('.why').innerText();

test('with its text hidden, a toast names only the source', async () => {
  const { page, server, toasts } = scene;
  await nav(page, 'Settings').click();
  await flip(/Hide the text/);
  await reopen();
  await server.publish({ title: 'Salary', content: 'nobody else may read this' });
  const toast = await toasts.waitFor(({ body }) => body === 'New notification');
  expect(toast.title).toBe(SOURCE);
  await topRow(scene.page, 'nobody else may read this').waitFor();
  await nav(scene.page, 'Settings').click();
  await flip(/Hide the text/);
});

test('paused: the notice arrives without a toast, the tray shows it, and the notice says why', async () => {
  const before = await trayIcon();
  await scene.page.getByRole('switch', { name: /Toasts on/ }).click();
  await scene.page.getByRole('button', { name: 'Until I end it' }).click();
  await expect.poll(async () => (await trayIcon()).tooltip).toContain('toasts paused');
  expect((await trayIcon()).picture).not.toBe(before.picture);
  expect(await whyNoToast('while paused')).toContain('toasts were paused');
  expect(await trayMenu()).toContain('Toasts are paused');
  await chooseInTrayMenu('Resume toasts');
  await expect.poll(async () => (await trayIcon()).tooltip).not.toContain('paused');
  await scene.page.getByRole('switch', { name: /Toasts on/ }).waitFor();
});

test('muted: one source arrives without toasts', async () => {
  await scene.page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await flip(/Show toasts/);
  await nav(scene.page, 'Toasts muted').waitFor();
  expect(await whyNoToast('while muted')).toContain('the source is muted');
  await scene.page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await flip(/Show toasts/);
});

test('turned off: nothing arrives until it is turned on again, and then nothing is missing', async () => {
  const { page, server } = scene;
  await page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await flip(/Turned on/);
  await page.getByText('No sources').waitFor();
  await server.publish({ content: 'while off' });
  await flip(/Turned on/);
  await topRow(page, 'while off').waitFor();
});

test('a window that merely came up below the pointer gets toasts: nobody need be there', async () => {
  const { server, toasts, running, page } = scene;
  await page.evaluate(() => {
    const mark = () => document.documentElement.classList.add('pointer-was-here');
    window.addEventListener('pointermove', mark);
  });
  // Hidden and shown, since a new window may be told of the pointer before it has a page to hear of it.
  await running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.hide();
    window?.show();
  });
  await page.locator('.pointer-was-here').waitFor();
  // For longer than the window takes to tell of its use.
  for (const end = Date.now() + 500; Date.now() < end; ) {
    const content = `nobody there at ${Date.now()}`;
    await server.publish({ content });
    await toasts.waitFor(({ body }) => body === content);
  }
});

test('in plain view of somebody at the window: no toast, and the notice says why', async () => {
  // The window tells of its use within a moment; a notice that is faster still gets its toast.
  let told = '';
  for (let n = 1; !told.includes('the inbox was in front of you'); n++) {
    expect(n).toBeLessThan(20);
    await scene.server.publish({ content: `in plain view ${n}` });
    await topRow(scene.page, `in plain view ${n}`).click();
    told = await why(`in plain view ${n}`);
  }
});
