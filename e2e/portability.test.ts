import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../main/store/database.ts';
import type { WindowRequest } from '../preload/contract.ts';
import { expectAccessible } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { choose } from './support/dialogs.ts';
import { closeWindow, nav, openedWindow, topRow } from './support/inbox.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder, openScene, SOURCE } from './support/scene.ts';

// What Bellhop asks of the system beside toasts: files, keys, and a place in the login.

test('settings and history go to files, encrypted where they are secret, and settings come back', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const folder = emptyFolder();
  const file = join(folder, 'settings.json');
  await choose(scene.running.app, file);
  const passphrase = 'correct horse battery';
  expect(await ask(scene.page, 'exportSettings', { passphrase })).toMatchObject({
    value: { file, sources: 1, credentials: 1 },
  });
  expect(readFileSync(file, 'utf8')).not.toContain(scene.server.token);
  await scene.server.publish({ content: 'taken along' });
  await topRow(scene.page, 'taken along').waitFor();
  const history = join(folder, 'history.jsonl');
  await choose(scene.running.app, history);
  const written = await ask(scene.page, 'exportHistory', { format: 'jsonl' });
  expect(written).toMatchObject({ ok: true, value: { file: history, notices: 1 } });
  expect(JSON.parse(readFileSync(history, 'utf8'))).toMatchObject({ source: SOURCE, body: 'taken along' });
  await nav(scene.page, 'Settings').click(); // whoever looks later is told too
  await scene.page.getByRole('status').filter({ hasText: 'Written: 1 notice.' }).waitFor();

  const other = await launchApp({ data: emptyFolder() });
  onTestFinished(other.quit);
  await choose(other.app, file);
  const preview = await ask(other.page, 'previewImport', {});
  if (!preview.ok || !preview.value) throw new Error(JSON.stringify(preview));
  expect(preview.value.sources.added).toMatchObject([{ name: SOURCE }]);
  const done = await ask(other.page, 'importSettings', { import: preview.value.import, passphrase });
  expect(done).toMatchObject({ value: { sources: 1, credentials: 1 } });
  await other.page.getByText('1 of 1 source live').waitFor();
});

test('while a large history is written, the window tells how far it is, and cancelling leaves nothing', async () => {
  const [data, folder] = [emptyFolder(), emptyFolder()];
  fillHistory(join(data, 'bellhop.db'), 600_000);
  const { app, page, quit } = await launchApp({ data });
  onTestFinished(quit);
  await choose(app, join(folder, 'history.csv'));
  await nav(page, 'Settings').click();
  await page.getByRole('button', { name: 'Export history as CSV…' }).click();
  const progress = page.getByRole('progressbar', { name: 'Writing the history' });
  await progress.waitFor();
  await progress.scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click(); // so it was written all the while
  await progress.waitFor({ state: 'detached' });
  expect(readdirSync(folder)).toEqual([]);
});

/** Notices that were put away long ago: so many that it takes ten seconds to write them to a file. */
function fillHistory(file: string, count: number): void {
  const db = openDatabase(file);
  db.prepare(
    `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
     INSERT INTO notices (source, body, priority, tags, receivedAt, sortAt, readAt, arrival, place)
     SELECT 'gone', 'Notice', 3, '[]', n, n, n, 'first', 'archived' FROM counted`,
  ).run(count);
  db.close();
}

test('a page can’t name files', async () => {
  const { page, quit } = await launchApp({ data: emptyFolder() });
  onTestFinished(quit);
  const named = ask(page, 'exportSettingsTo' as WindowRequest, { file: '/tmp/x', passphrase: null } as never);
  await expect(named).rejects.toThrow('Unknown request');
});

test('keys bring up the inbox from anywhere, and what another program has is refused in words', async () => {
  const first = await launchApp({ data: emptyFolder() });
  onTestFinished(first.quit);
  expect(await ask(first.page, 'setShortcut', { keys: 'Control+Alt+J' })).toEqual({ ok: true, value: null });
  await closeWindow(first.app);
  await openedWindow(first.app, press);

  const second = await launchApp({ data: emptyFolder() });
  onTestFinished(second.quit);
  const refused = await ask(second.page, 'setShortcut', { keys: 'Control+Alt+J' });
  expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('another program') });
  expect(await ask(second.page, 'readState', {})).toMatchObject({
    value: { shortcut: { keys: null, works: true } },
  });
});

async function press(): Promise<void> {
  await promisify(execFile)('xdotool', ['key', 'ctrl+alt+j']);
}

test('from a checkout Bellhop doesn’t start at login, and says so', async () => {
  const { page, quit } = await launchApp({ data: emptyFolder() });
  onTestFinished(quit);
  expect(await ask(page, 'setStartAtLogin', { on: true })).toMatchObject({
    error: expect.stringContaining('Only the installed app'),
  });
});
