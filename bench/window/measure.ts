import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { until } from '../../e2e/support/until.ts';
import { type BenchedApp, startApp } from './app.ts';
import { firstPaint, firstUse, fling, listPages } from './in-page.ts';
import { memoryOf } from './memory.ts';

/** What was seen of the window: times in milliseconds, memory in bytes. */
export type Seen = {
  openings: number[];
  /** Until the window could be used. */
  usable: number[];
  floor: number[];
  frames: number;
  blank: number;
  atEnd: number;
  rows: number;
  pages: number[];
  memory: { before: number; open: number; after: number };
};

const OPENINGS = 40;
const SETTLED_MS = 250;

/** Runs on the test desktop: opens, scrolls and closes the window, and leaves what it saw in $BELLHOP_OUT/window.json. */
const [data = ''] = process.argv.slice(2);
const app = await startApp(data);
try {
  writeFileSync(join(process.env.BELLHOP_OUT ?? '.', 'window.json'), JSON.stringify(await see(app)));
} finally {
  await app.quit();
}

async function see(app: BenchedApp): Promise<Seen> {
  await setTimeout(3_000); // the start is through
  const before = await memoryOf(app);
  const [openings, usable, floor]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n <= OPENINGS; n++) {
    const [inbox, empty] = [await openAndClose(app, openInbox), await openAndClose(app, openEmpty)];
    if (n === 0) continue; // the first one reads everything from the disk
    openings.push(inbox.painted);
    usable.push(inbox.usable);
    floor.push(empty);
  }
  await openInbox(app);
  await until('its rows', () => inPage(app, () => document.querySelector('.row') !== null));
  await setTimeout(1_000);
  const open = await memoryOf(app);
  const pages = await inPage(app, listPages);
  const flung = await inPage(app, fling);
  await close(app);
  await setTimeout(2_000);
  const after = await memoryOf(app);
  return { openings, usable, floor, pages, ...flung, memory: { before, open, after } };
}

async function openAndClose<T>(app: BenchedApp, open: (app: BenchedApp) => Promise<T>): Promise<T> {
  const times = await open(app);
  await setTimeout(SETTLED_MS); // what comes after the first picture belongs to this window
  await close(app);
  await setTimeout(SETTLED_MS); // and so does what its process leaves to be cleared up
  return times;
}

/** Closes the window, and waits until its process is gone. */
async function close(app: BenchedApp): Promise<void> {
  await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const pages = () =>
    app.inMain(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length);
  await until('the renderer is gone', async () => (await pages()) === 0);
}

function inPage<R>(app: BenchedApp, program: () => R | Promise<R>): Promise<R> {
  return app.inMain(
    ({ BrowserWindow }, program) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`(${program})()`),
    program.toString(),
  );
}

/** As the tray does. @returns how long until its first rows were painted, and until it could be used */
function openInbox(app: BenchedApp): Promise<{ painted: number; usable: number }> {
  const inPage = { firstPaint: firstPaint.toString(), firstUse: firstUse.toString() };
  return app.inMain(async ({ app, BrowserWindow }, inPage) => {
    const asked = performance.timeOrigin + performance.now();
    app.emit('activate');
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('No window opened.');
    const [painted, usable] = (await Promise.all(
      [inPage.firstPaint, inPage.firstUse].map(
        (program): Promise<number> => window.webContents.executeJavaScript(`(${program})()`),
      ),
    )) as [number, number];
    return { painted: painted - asked, usable: usable - asked };
  }, inPage);
}

/** A window with nothing in it, made as Bellhop makes its own. */
function openEmpty(app: BenchedApp): Promise<number> {
  return app.inMain(async ({ app, BrowserWindow }, firstPaint) => {
    const asked = performance.timeOrigin + performance.now();
    const window = new BrowserWindow({
      ...{ width: 1180, height: 760, backgroundColor: '#fcfdfc' },
      webPreferences: {
        preload: `${app.getAppPath()}/out/preload/index.cjs`,
        ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
      },
    });
    await window.loadURL('data:text/html,<p>nothing</p>');
    const painted = (await window.webContents.executeJavaScript(`(${firstPaint})()`)) as number;
    return painted - asked;
  }, firstPaint.toString());
}
