import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startLoginSite } from '../testing/fakes/login-site.ts';
import { expectAccessible } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { choose } from './support/dialogs.ts';
import { serveFiles } from './support/files.ts';
import { nav, resizeWindow, topRow } from './support/inbox.ts';
import { moving, tooWide } from './support/layout.ts';
import { emptyFolder, openScene, type Scene } from './support/scene.ts';
import { states } from './support/states.ts';

// Every state: axe in every theme, text of 200 % in small windows, and no motion where none is wanted.

const WIDE = { width: 1180, height: 760 };
const SMALL = [
  { width: 900, height: 600 },
  { width: 480, height: 600 },
];

let scene: Scene;
let files: Awaited<ReturnType<typeof serveFiles>>;
beforeAll(async () => {
  files = await serveFiles();
  scene = await openScene();
  const { server, page, running } = scene;
  await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), emptyFolder());
  await server.publish({
    title: 'Release 4.2.0 published',
    content: `## New\n\n- [x] Search, see [the notes](https://ci.example/notes)\n\n\`a\` | b\n--- | ---\n1 | 2\n\n![A picture](${files.url}/picture.png)`,
  });
  await server.publish({ content: 'Someone rang.\nThe picture is in the camera’s album.' });
  await server.publish({
    ...{ title: 'Backup failed', content: 'No space left on /srv. See https://example.org/runs/7' },
    ...{ priority: 5, link: 'https://example.org/runs/7', tags: ['backup', 'nas'] },
  });
  await topRow(page, 'Backup failed').waitFor();
  markReleaseAsMarkdown();
});
afterAll(async () => {
  files?.close();
  await scene?.close();
});
afterEach(backToInbox);

/** Which the companion server has no way to say. */
function markReleaseAsMarkdown(): void {
  const db = new Database(join(scene.data, 'bellhop.db'));
  const attachments = [
    { name: 'log.txt', url: `${files.url}/log.txt`, type: 'text/plain', bytes: 4_800, expiresAt: null },
    { name: 'film.mp4', url: `${files.url}/film.mp4`, type: 'video/mp4', bytes: 9_000_000, expiresAt: null },
  ];
  db.prepare("UPDATE notices SET markdown = 1, attachments = ? WHERE title LIKE 'Release%'").run(
    JSON.stringify(attachments),
  );
  db.close();
}

async function resize({ width, height }: typeof WIDE, textSize: 100 | 200): Promise<void> {
  const { page, running } = scene;
  await page.evaluate((textSize) => window.bellhop.request('setPreferences', { textSize }), textSize);
  await resizeWindow(running.app, width, height);
  await page.waitForFunction((inner) => innerWidth === inner, width / (textSize / 100));
  // What follows the window's size does so with the next frame.
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

async function backToInbox(): Promise<void> {
  const { page } = scene;
  await resize(WIDE, 100);
  for (let layers = 0; layers < 4; layers++) await page.keyboard.press('Escape');
  await nav(page, /^Inbox/).click();
  await page.keyboard.press('z'); // what was archived
  await topRow(page, 'Backup failed').waitFor();
}

async function holdState(): Promise<void> {
  const { page } = scene;
  await expectAccessible(page);
  expect(await moving(page), 'moves').toEqual([]);
  for (const size of SMALL) {
    await resize(size, 200);
    expect(await tooWide(page), `text of 200 % at ${size.width}`).toEqual([]);
  }
}

test.each(states)('%s', async (_name, open) => {
  await open(scene.page);
  await holdState();
});

test('what an import would do, why it is refused, and a file that is none', async () => {
  const { page, running } = scene;
  const file = join(emptyFolder(), 'settings.json');
  await choose(running.app, file);
  await ask(page, 'exportSettings', { passphrase: 'correct horse battery' });
  await nav(page, 'Settings').click();
  await page.getByRole('button', { name: 'Import settings…' }).click();
  await page.getByText('It holds credentials').waitFor();
  await page.getByLabel('Passphrase for credentials').fill('a wrong passphrase');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const refused = page.locator('.outcome.refused:not(:empty)');
  await refused.filter({ hasText: 'passphrase' }).scrollIntoViewIfNeeded();
  await holdState();

  writeFileSync(file, '{');
  await page.getByRole('button', { name: 'Import settings…' }).click();
  await page.getByText('It holds credentials').waitFor({ state: 'detached' });
  await refused.waitFor();
});

test('the history written to a file is told', async () => {
  const { page, running } = scene;
  await choose(running.app, join(emptyFolder(), 'history.csv'));
  await nav(page, 'Settings').click();
  await page.getByRole('button', { name: 'Export history as CSV…' }).press('Enter');
  const told = page.locator('.outcome.done').filter({ hasText: 'Written: 3 notices.' });
  await told.waitFor();
  await told.scrollIntoViewIfNeeded();
  await holdState();
});

test('a source that can’t be reached', async () => {
  const { page, server } = scene;
  await server.kill();
  await page.locator('.banner').getByRole('button', { name: 'Try now' }).waitFor();
  await holdState();
  await server.restart();
  await resize(WIDE, 100);
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.locator('.banner').waitFor({ state: 'detached' });
});

test('a source that is refused, and one that wants a sign-in', async () => {
  const { page, server } = scene;
  const site = await startLoginSite({ guard: '401' });
  onTestFinished(site.close);
  const draft = { dialect: 'rows', mapping: null } as const;
  const url = server.url.replace('127.0.0.1', 'localhost');
  const credential = { kind: 'bearer', token: 'wrong' } as const;
  await ask(page, 'addSource', { ...draft, name: 'Refused', url, credential });
  await ask(page, 'addSource', {
    ...draft,
    name: 'Intranet',
    url: site.stream,
    credential: { kind: 'none' },
  });
  await page.locator('.banner').getByRole('button', { name: 'Show' }).click();
  await page.locator('.banner').getByRole('button', { name: 'Sign in' }).waitFor();
  await page.locator('.banner').getByRole('button', { name: 'Edit' }).waitFor();
  await holdState();
});

test('a settings file that had to be set aside', async () => {
  await scene.running.quit();
  writeFileSync(join(scene.data, 'settings.json'), '{');
  await scene.restart();
  await scene.page.getByRole('alert').filter({ hasText: 'The settings file was damaged.' }).waitFor();
  await holdState();
});
