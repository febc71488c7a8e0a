import { beforeAll, expect, test } from 'vitest';

import { closeWindow, openedWindow, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene, SOURCE } from './support/scene.ts';
import { startCompanion } from './support/server.ts';
import { storedBodies } from './support/store.ts';
import { clickTray, trayIcon } from './support/tray.ts';
import { until } from './support/until.ts';

// A server that dies and comes back.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

const published: string[] = [];

async function publish(server: Pick<Scene['server'], 'publish'>, content: string): Promise<void> {
  published.push(content);
  await server.publish({ content });
}

/** Published while the app can't hear it: through a second process on the same database. */
async function publishBehind(contents: string[]): Promise<void> {
  const other = await startCompanion(scene.serverData);
  try {
    for (const content of contents) await publish(other, content);
  } finally {
    await other.stop();
  }
}

const nothingLostOrDoubled = () =>
  until('everything is stored', () => storedBodies(scene.data).length >= published.length).then(() =>
    expect(storedBodies(scene.data)).toEqual(published),
  );

test('the server is killed and back at once: what came in between arrives once, with one toast each', async () => {
  const { server, toasts, page } = scene;
  await publish(server, 'before the kill');
  await toasts.waitFor(({ body }) => body === 'before the kill');
  await server.kill();
  await publishBehind(['in between 1', 'in between 2']);
  await server.restart();
  await topRow(page, 'in between 2').waitFor();
  await publish(server, 'after the restart');
  await toasts.waitFor(({ body }) => body === 'after the restart');
  await nothingLostOrDoubled();
  expect(toasts.seen().map(({ body }) => body)).toEqual(published);
});

test('while it stays down the window and the tray say so and why; "Try now" brings everything', async () => {
  const { server, page } = scene;
  await server.kill();
  await publishBehind(['while down 1', 'while down 2', 'while down 3']);
  await page.getByText('isn’t answering (connection refused).').waitFor();
  await expect
    .poll(async () => (await trayIcon()).tooltip, { timeout: 15_000 })
    .toContain('Home server isn’t connected');
  await page.getByText(/Next try in \d+\ss\./).waitFor();
  await server.restart();
  await page.getByRole('button', { name: 'Try now' }).click();
  await topRow(page, 'while down 3').waitFor();
  await page.getByText('isn’t answering').waitFor({ state: 'detached' });
  await expect.poll(async () => (await trayIcon()).tooltip).not.toContain('connected');
  await nothingLostOrDoubled();
  expect(await rows(page).count()).toBe(published.length);
});

test('more than a handful missed at once becomes one toast that counts them', async () => {
  const { server, toasts, running } = scene;
  await closeWindow(running.app); // it was used a moment ago: what shows there would need no toast
  await server.kill();
  await publishBehind(Array.from({ length: 12 }, (_, n) => `missed ${n + 1}`));
  await server.restart();
  scene.page = await openedWindow(running.app, clickTray);
  await retryAtOnce();
  const digest = await toasts.waitFor(({ title }) => title === '12 new notifications');
  expect(digest.body).toContain('missed 12');
  expect(toasts.seen().filter(({ body }) => body.startsWith('missed'))).toEqual([]);
  await topRow(scene.page, 'missed 12').waitFor();
  await nothingLostOrDoubled();
});

test('the source tells what happened to its connection', async () => {
  const { page } = scene;
  await page.getByRole('button', { name: `About ${SOURCE}` }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  for (const line of ['connected', 'isn’t answering (connection refused)', 'caught up: 12 new'])
    await page.getByRole('listitem').filter({ hasText: line }).first().waitFor();
});

/** As "Try now" does, but without a hand that would count as somebody at the window. */
function retryAtOnce(): Promise<void> {
  return scene.page.evaluate(async () => {
    const reply = await window.bellhop.request('getState', {});
    for (const { id } of reply.ok ? reply.value.state.sources : [])
      await window.bellhop.request('retrySource', { id });
  });
}
