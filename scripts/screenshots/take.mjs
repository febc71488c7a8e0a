// Plays the day of day.mjs on three companion servers and takes pictures of the app in its main states, in both
// themes. Runs on the test desktop; leaves the pictures in $BELLHOP_OUT.
import path from 'node:path';
import { dismissToasts, watchToasts } from '../../e2e/support/dunst.ts';
import { closeWindow, detail, nav, openedWindow, rows, topRow } from '../../e2e/support/inbox.ts';
import { launchApp } from '../../e2e/support/launch.ts';
import { emptyFolder } from '../../e2e/support/scene.ts';
import { startCompanion } from '../../e2e/support/server.ts';
import { whenLive } from '../../e2e/support/store.ts';
import { clickTray } from '../../e2e/support/tray.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { runQuietly } from '../run/command.mjs';
import { answers, away, before, carried, gap, now, written } from './day.mjs';
import { takeLanguages } from './languages.mjs';
import { takeRules } from './rules.mjs';
import { stageAnswer, stageCarried, stageGap, stageMarkdown } from './staged.mjs';

const wide = { width: 1180, height: 760 };
const narrow = { width: 400, height: 760 };
const names = ['Intranet', 'Home server', 'Build farm'];

const env = { TZ: afternoonZone(new Date()) };
const servers = new Map();
let running;
try {
  await main();
} finally {
  await running?.quit();
  for (const { server } of servers.values()) await server.stop();
}

async function main() {
  await runQuietly('xdotool', ['mousemove', '1279', '799']); // out of the picture
  const data = emptyFolder();
  for (const name of names) {
    const folder = emptyFolder();
    servers.set(name, { folder, server: await startCompanion(folder) });
  }
  await firstStart(data);
  await play(before);
  await addSources(data);
  await play(away);
  stageGap(data, gap);
  running = await launchApp({ data, env });
  await running.page.getByText('3 of 3 sources live').waitFor();
  await topRow(running.page, 'Someone rang').waitFor();
  stageCarried(data, carried);
  stageMarkdown(data, written);
  await takeToast();
  await takeInbox();
  await takeNotice();
  await takeMarkdown();
  await takeLooks();
  await takeTriage();
  await takeChoice();
  await takePanes();
  await takeLanguages(running.page, both);
  await takeRules(running.page, both);
  await takeAddSource();
  await takeTrouble();
  await takeNarrow();
}

async function firstStart(data) {
  running = await launchApp({ data, env });
  await running.page.getByRole('heading', { name: 'Nothing is ringing yet' }).waitFor();
  await both('welcome');
}

/** Connects to all three for the first time, and leaves again before the day goes on. */
async function addSources(data) {
  const drafts = names.map((name) => {
    const { url, token } = servers.get(name).server;
    return { name, url, dialect: 'rows', mapping: null, credential: { kind: 'bearer', token } };
  });
  for (const draft of drafts)
    await running.page.evaluate((it) => window.bellhop.request('addSource', it), draft);
  await whenLive(data, names.length);
  await running.quit();
}

/** Puts notifications into the servers' databases with the time they are meant to have. */
async function play(notifications) {
  for (const { source, ago, ...row } of notifications) {
    const { folder } = servers.get(source);
    const store = openSqliteStore(path.join(folder, 'server.db'), () => Date.now() - ago * 60_000);
    store.addRow('demo', row);
    store.close();
  }
}

/** The whole screen: the inbox fills it, and toasts come down over it. */
async function takeToast() {
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].setBounds({ x: 0, y: 0, width: 1281, height: 801 }),
  );
  const toasts = watchToasts();
  await dismissToasts(); // those of the start lie below the window, and the desktop raises no later one above it
  for (const { source, ...notification } of now) {
    await servers.get(source).server.publish(notification);
    await toasts.waitFor(({ title }) => title === notification.title);
    await topRow(running.page, notification.title).waitFor();
  }
  await themed(async (theme) => {
    await runQuietly('scrot', [picture(`toast-${theme}`)]);
  });
  await resize(wide);
}

async function takeInbox() {
  await topRow(running.page, 'You were mentioned').click();
  await detail(running.page).locator('.why').waitFor();
  await both('inbox');
}

async function takeNotice() {
  const { page } = running;
  await rows(page).filter({ hasText: 'Someone rang' }).click();
  await detail(page).getByRole('button', { name: 'Open the door' }).waitFor();
  await both('notice');
}

async function takeMarkdown() {
  const { page } = running;
  await rows(page).filter({ hasText: written }).click();
  await page.locator('.markdown').waitFor();
  await both('markdown');
}

/** High contrast, and a compact list; then all as it was. */
async function takeLooks() {
  const { page } = running;
  const prefer = (it) => page.evaluate((it) => window.bellhop.request('setPreferences', it), it);
  await topRow(page, 'You were mentioned').click();
  await prefer({ density: 'compact' });
  await page.waitForSelector('[data-density="compact"]');
  await both('compact');
  await prefer({ density: 'comfortable', theme: 'contrast' });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((it) => matchMedia(`(prefers-color-scheme: ${it})`).matches, colorScheme);
    await page.waitForSelector('[data-contrast="more"]');
    await page.screenshot({ path: picture(`contrast-${colorScheme}`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Several at once, what can be done with them, and a list narrowed to the loud ones. */
async function takeChoice() {
  const { page } = running;
  await rows(page).nth(1).click();
  for (const key of ['Shift+j', 'Shift+j']) await page.keyboard.press(key);
  await page.getByText('3 notices selected').first().waitFor();
  await both('chosen');
  await page.keyboard.press('m');
  await page.getByRole('menu').waitFor();
  await both('menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitemradio', { name: 'High and urgent' }).click();
  await page.getByRole('button', { name: 'Save as…' }).waitFor();
  await both('filter');
  await nav(page, /^Inbox/).click();
  await topRow(page, 'You were mentioned').waitFor();
}

async function takeTriage() {
  const { page } = running;
  await topRow(page, 'You were mentioned').click();
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Snooze until' }).waitFor();
  await both('snooze');
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  await page.getByText('Snoozed until').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('group', { name: 'Tomorrow' }).waitFor();
  await both('snoozed');
  await page.keyboard.press('z');
  await page.keyboard.press('/');
  await page.keyboard.type('backup fin');
  await page.locator('.row mark').first().waitFor();
  await both('search');
  await page.keyboard.press('Escape');
  await nav(page, /^Inbox/).click();
  await topRow(page, 'You were mentioned').waitFor();
  await page.locator('.undo-line.none').waitFor({ state: 'attached' }); // said long enough
}

async function takePanes() {
  const { page } = running;
  await topRow(page, 'You were mentioned').click();
  await page.getByRole('button', { name: 'About Home server' }).click();
  await both('source');
  await page.getByRole('button', { name: 'Check connection' }).click();
  await page.locator('.steps').waitFor();
  await both('check');
  await page.locator('.gap').click({ force: true }); // it says that there is nothing to choose
  await page.locator('.journal').waitFor();
  await both('gap');
  await nav(page, 'Settings').click();
  await both('settings');
  await page.getByRole('button', { name: 'Record' }).press('Enter');
  await page.keyboard.down('Control');
  await both('shortcut');
  await page.keyboard.up('Control');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** The answers are staged, so nothing is added in truth. */
async function takeAddSource() {
  const { page, app } = running;
  const ask = async (address, answer) => {
    await stageAnswer(app, 'testSource', answer);
    await nav(page, 'Add a source…').click();
    await page.getByLabel('Address').fill(address);
    await page.keyboard.press('Enter');
    await page.getByText(answer.text.split('.')[0]).waitFor();
  };
  await ask('weather.example/live', answers.down);
  await both('add-anyway');
  await page.keyboard.press('Escape');
  await ask('intranet.example/api/live', answers.login);
  await both('add-sign-in');
  await page.keyboard.press('Escape');
  await stageAnswer(app, 'addSource', { id: 'none' });
  await ask('ntfy.example/doorbell', answers.ntfy);
  await both('add-source');
  await page.keyboard.press('Escape');
}

async function takeTrouble() {
  const { page } = running;
  await servers.get('Build farm').server.kill();
  await page.getByText('isn’t answering (connection refused).').waitFor();
  await topRow(page, 'You were mentioned').click();
  await both('trouble');
  await servers.get('Build farm').server.restart();
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByText('3 of 3 sources live').waitFor();
}

async function takeNarrow() {
  await closeWindow(running.app);
  running.page = await openedWindow(running.app, clickTray);
  await resize(narrow);
  const { page } = running;
  await topRow(page, 'You were mentioned').waitFor();
  await both('narrow-list');
  await page.getByRole('button', { name: 'Views and sources' }).click();
  await page.getByRole('dialog').waitFor();
  await both('narrow-drawer');
  await page.keyboard.press('Escape');
  await topRow(page, 'You were mentioned').click();
  await detail(page).locator('.why').waitFor();
  await both('narrow-notice');
}

async function both(name) {
  await themed((theme) =>
    running.page.screenshot({ path: picture(`${name}-${theme}`), animations: 'disabled' }),
  );
}

async function themed(take) {
  for (const theme of ['light', 'dark']) {
    const { page } = running;
    await page.evaluate((it) => window.bellhop.request('setPreferences', { theme: it }), theme);
    await page.waitForFunction((it) => matchMedia(`(prefers-color-scheme: ${it})`).matches, theme);
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await take(theme);
  }
}

async function resize({ width, height }) {
  await running.app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0].setSize(width, height),
    [width, height],
  );
  await running.page.waitForFunction((it) => innerWidth === it, width);
}

function picture(name) {
  return path.join(process.env.BELLHOP_OUT, `${name}.png`);
}

/** A time zone in which it is three in the afternoon: the day of day.mjs should not begin at midnight. */
function afternoonZone(date) {
  const ahead = 15 - date.getUTCHours(); // -8 … 15, and the zones end at +14
  return `Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(Math.min(ahead, 14))}`; // signs are the wrong way round there
}
