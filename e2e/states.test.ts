import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { nav, topRow } from './support/inbox.ts';
import { moving, tooWide } from './support/layout.ts';
import { openScene, type Scene } from './support/scene.ts';
import { states } from './support/states.ts';

// Every state: axe in every theme, text of 200 % in small windows, and no motion where none is wanted.

const WIDE = { width: 1180, height: 760 };
const SMALL = [
  { width: 900, height: 600 },
  { width: 480, height: 600 },
];

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  const { server, page } = scene;
  await server.publish({
    title: 'Release 4.2.0 published',
    content:
      '## New\n\n- [x] Search, see [the notes](https://ci.example/notes)\n\n`a` | b\n--- | ---\n1 | 2\n\n![A picture](https://ci.example/inbox.png)',
  });
  await server.publish({ content: 'Someone rang.\nThe picture is in the camera’s album.' });
  await server.publish({
    ...{ title: 'Backup failed', content: 'No space left on /srv. See https://example.org/runs/7' },
    ...{ priority: 5, link: 'https://example.org/runs/7', tags: ['backup', 'nas'] },
  });
  await topRow(page, 'Backup failed').waitFor();
  markReleaseAsMarkdown();
});
afterAll(() => scene?.close());
afterEach(backToInbox);

/** Which the companion server has no way to say. */
function markReleaseAsMarkdown(): void {
  const db = new Database(join(scene.data, 'bellhop.db'));
  const attachments = [
    { name: 'log.txt', url: 'https://ci.example/log.txt', type: 'text/plain', bytes: 4_800, expiresAt: null },
  ];
  db.prepare("UPDATE notices SET markdown = 1, attachments = ? WHERE title LIKE 'Release%'").run(
    JSON.stringify(attachments),
  );
  db.close();
}

async function resize({ width, height }: typeof WIDE, textSize: 100 | 200): Promise<void> {
  const { page, running } = scene;
  await page.evaluate((textSize) => window.bellhop.request('setPreferences', { textSize }), textSize);
  await running.app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setSize(width, height),
    [width, height] as const,
  );
  await page.waitForFunction((inner) => innerWidth === inner, width / (textSize / 100));
}

async function backToInbox(): Promise<void> {
  const { page } = scene;
  await resize(WIDE, 100);
  for (let layers = 0; layers < 4; layers++) await page.keyboard.press('Escape');
  await nav(page, /^Inbox/).click();
  await page.keyboard.press('z'); // what was archived
  await topRow(page, 'Backup failed').waitFor();
}

test.each(states)('%s', async (_name, open) => {
  const { page } = scene;
  await open(page);
  await expectAccessible(page);
  expect(await moving(page), 'moves').toEqual([]);
  for (const size of SMALL) {
    await resize(size, 200);
    expect(await tooWide(page), `text of 200 % at ${size.width}`).toEqual([]);
  }
});
