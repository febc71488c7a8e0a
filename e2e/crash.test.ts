import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { killWithLog, makeLarge } from '../testing/large-history.ts';
import { detail, rows, topRow } from './support/inbox.ts';
import { openScene } from './support/scene.ts';
import { storedBodies } from './support/store.ts';
import { until } from './support/until.ts';

// Killed in the middle of things, as by a power cut, and started again on the same data.

test('kill -9 in the middle of a burst: nothing lost, nothing stored or toasted twice', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { server, data, toasts } = scene;
  const published: string[] = [];
  let killed = false;
  const burst = (async () => {
    for (let sinceKill = 0; sinceKill < 30; sinceKill += Number(killed)) {
      const content = `burst ${published.length + 1}`;
      await server.publish({ content });
      published.push(content);
    }
  })();
  await until('some of the burst is stored', () => storedBodies(data).length > 40);
  await scene.running.kill9();
  killed = true;
  const missing = () => published.length - storedBodies(data).length;
  const toastsAtKill = toasts.seen().length;
  await burst;
  const missed = missing();

  await scene.restart();
  await topRow(scene.page, `burst ${published.length}`).waitFor();
  await until('all of the burst is stored', () => missing() <= 0);
  expect(storedBodies(data)).toEqual(published);

  // What was pending at the kill and what was missed since: each a digest, and no second round of single toasts.
  await toasts.waitFor(({ title }) => title === `${missed} new notifications`);
  const since = toasts.seen().slice(toastsAtKill);
  expect(since.length).toBeLessThanOrEqual(2);
  expect(since.every(({ title }) => title.endsWith('new notifications'))).toBe(true);
  const singles = toasts.seen().flatMap(({ body }) => (body.startsWith('burst') ? [body] : []));
  expect(singles).toEqual([...new Set(singles)]);
});

test('read stays read and deleted stays deleted over a kill and a restart', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { server, data } = scene;
  for (const content of ['to be read', 'to be deleted', 'untouched']) await server.publish({ content });
  await rows(scene.page).filter({ hasText: 'to be read' }).click();
  await rows(scene.page).filter({ hasText: 'to be deleted' }).click();
  await detail(scene.page).getByRole('button', { name: 'Delete' }).click();
  await scene.page.getByText('Deleted.').waitFor();
  await scene.running.kill9();
  await scene.restart();
  await topRow(scene.page, 'untouched').getByText('Unread').waitFor({ state: 'attached' });
  expect(await rows(scene.page).allInnerTexts()).toHaveLength(2);
  expect(await rows(scene.page).nth(1).getByText('Unread').count()).toBe(0);
  await server.publish({ content: 'new' });
  await topRow(scene.page, 'new').waitFor();
  expect(storedBodies(data)).toEqual(['to be read', 'untouched', 'new']);
});

test('a large history that a crash has damaged: the window opens, and tells of it', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  await scene.running.quit();
  const history = join(scene.data, 'bellhop.db');
  makeLarge(history, { broken: true });
  killWithLog(history);
  await scene.restart();
  await scene.page.getByRole('alert').filter({ hasText: 'The history is damaged.' }).waitFor();
});
