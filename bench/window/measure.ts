import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ElectronApplication } from 'playwright';
import { closeWindow, openedWindow } from '../../e2e/support/inbox.ts';
import { launchHidden } from '../../e2e/support/launch.ts';
import { firstPaint, fling, listPages } from './in-page.ts';
import { memoryOf } from './memory.ts';

/** What was seen of the window: times in milliseconds, memory in bytes. */
export type Seen = {
  openings: number[];
  floor: number[];
  frames: number;
  blank: number;
  atEnd: number;
  rows: number;
  pages: number[];
  memory: { before: number; open: number; after: number };
};

const OPENINGS = 20;
const FLOORS = 10;

/** Runs on the test desktop: opens, scrolls and closes the window, and leaves what it saw in $BELLHOP_OUT/window.json. */
const [data = ''] = process.argv.slice(2);
const running = await launchHidden({ data, args: ['--hidden'] });
try {
  writeFileSync(join(process.env.BELLHOP_OUT ?? '.', 'window.json'), JSON.stringify(await see(running.app)));
} finally {
  await running.quit();
}

async function see(app: ElectronApplication): Promise<Seen> {
  await setTimeout(3_000); // the start is through
  const before = await memoryOf(app);
  const openings: number[] = [];
  for (let n = 0; n <= OPENINGS; n++) {
    const { ms } = await openInbox(app);
    if (n > 0) openings.push(ms); // the first one reads everything from the disk
    await closeWindow(app);
  }
  const floor: number[] = [];
  for (let n = 0; n <= FLOORS; n++) {
    const ms = await openEmpty(app);
    if (n > 0) floor.push(ms);
  }
  const { page } = await openInbox(app);
  await setTimeout(1_000);
  const open = await memoryOf(app);
  const pages = await page.evaluate(listPages);
  const flung = await page.evaluate(fling);
  await closeWindow(app);
  await setTimeout(2_000);
  const after = await memoryOf(app);
  return { openings, floor, pages, ...flung, memory: { before, open, after } };
}

/**
 * As the tray does. The page is asked by Electron itself: Playwright puts 330 KB of its own into a page before it asks one.
 * @returns how long until its first rows were painted, and it was shown
 */
async function openInbox(app: ElectronApplication) {
  let ms = 0;
  const page = await openedWindow(app, async () => {
    ms = await app.evaluate(async ({ app, BrowserWindow }, firstPaint) => {
      const asked = performance.timeOrigin + performance.now();
      app.emit('activate');
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('No window opened.');
      await new Promise((resolve) => window.once('show' as 'closed', () => resolve(null)));
      const shown = performance.timeOrigin + performance.now();
      const painted = (await window.webContents.executeJavaScript(`(${firstPaint})()`)) as number;
      return Math.max(painted, shown) - asked;
    }, firstPaint.toString());
  });
  await page.waitForSelector('.row');
  return { page, ms };
}

/** A window with nothing in it, made as Bellhop makes its own. */
function openEmpty(app: ElectronApplication): Promise<number> {
  return app.evaluate(async ({ app, BrowserWindow }, firstPaint) => {
    const asked = performance.timeOrigin + performance.now();
    const window = new BrowserWindow({
      ...{ width: 1180, height: 760, show: false },
      webPreferences: {
        preload: `${app.getAppPath()}/out/preload/index.cjs`,
        ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
      },
    });
    const ready = new Promise((resolve) => window.once('ready-to-show' as 'show', () => resolve(null)));
    await window.loadURL('data:text/html,<p>nothing</p>');
    await ready;
    const shown = new Promise((resolve) => window.once('show' as 'show', () => resolve(null)));
    window.show();
    await shown;
    const at = performance.timeOrigin + performance.now();
    const painted = (await window.webContents.executeJavaScript(`(${firstPaint})()`)) as number;
    const gone = new Promise((resolve) => window.once('closed' as 'show', () => resolve(null)));
    window.destroy();
    await gone;
    return Math.max(at, painted) - asked;
  }, firstPaint.toString());
}
