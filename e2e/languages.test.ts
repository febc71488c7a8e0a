import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { nav, resizeWindow, topRow } from './support/inbox.ts';
import { tooWide } from './support/layout.ts';
import { openScene, type Scene } from './support/scene.ts';

// The window's language, and a layout that holds in all of them and mirrored.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.server.publish({ title: 'Backup finished', content: 'All of it.' });
  await topRow(scene.page, 'Backup finished').waitFor();
});
afterAll(() => scene?.close());

const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
const WIDTHS = { wide: 1180, medium: 800, narrow: 400 };
type Room = keyof typeof WIDTHS;
const rooms = Object.keys(WIDTHS) as Room[];

const spoken = (page: Page) => page.evaluate(() => document.documentElement.lang);

async function speak(language: string): Promise<void> {
  await scene.page.evaluate(
    (language) => window.bellhop.request('setPreferences', { language: language as 'de' }),
    language,
  );
  await scene.page.waitForFunction((language) => document.documentElement.lang === language, language);
}

async function resize(room: Room): Promise<void> {
  const width = WIDTHS[room];
  await resizeWindow(scene.running.app, width, 760);
  await scene.page.waitForFunction((width) => innerWidth === width, width);
  await scene.page.locator(`.window.${room}`).waitFor();
}

test('a language chosen in the settings is spoken at once, without losing the place, and after a restart', async () => {
  const { page } = scene;
  await nav(page, 'Settings').click();
  await page.getByLabel('Language').focus();
  await page.getByLabel('Language').selectOption('Deutsch');
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  await nav(page, /^Eingang/).waitFor();
  await page.getByRole('group', { name: 'Heute' }).waitFor();
  expect(await spoken(page)).toBe('de');
  expect(await page.getByLabel('Sprache').evaluate((it) => it === document.activeElement)).toBe(true);
  await scene.running.quit();

  await scene.restart();
  await nav(scene.page, /^Eingang/).waitFor();
  expect(await spoken(scene.page)).toBe('de');
  await topRow(scene.page, 'Backup finished').click();
  await scene.page.getByText('Warum').waitFor();
});

test('without a choice it speaks the first of the system’s languages that it has', async () => {
  await scene.page.evaluate(() => window.bellhop.request('setPreferences', { language: 'system' }));
  await scene.running.quit();
  await scene.restart({ env: { LANGUAGE: 'nl_NL:fr_CA:en' } });
  await nav(scene.page, /^Boîte de réception/).waitFor();
  expect(await spoken(scene.page)).toBe('fr');
});

test('the settings file says Japanese: the window begins with it', async () => {
  await scene.running.quit();
  const file = join(scene.data, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({ ...settings, preferences: { ...settings.preferences, language: 'ja' } }),
  );
  await scene.restart();
  await nav(scene.page, /^受信箱/).waitFor();
  expect(await spoken(scene.page)).toBe('ja');
  await scene.page.getByRole('group', { name: '今日' }).waitFor();
});

test.each(languages)('everything has its room in %s, however wide the window', async (language) => {
  const { page } = scene;
  await speak(language);
  for (const room of rooms) {
    await resize(room);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await topRow(page, 'Backup finished').waitFor();
    expect(await tooWide(page), `${room} list`).toEqual([]);
    await topRow(page, 'Backup finished').click();
    await page.locator('.why').waitFor();
    expect(await tooWide(page), `${room} notice`).toEqual([]);
    await page.keyboard.press('?');
    await page.locator('.key-list').waitFor();
    expect(await tooWide(page), `${room} keys`).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await resize('wide');
  await page.locator('nav button').last().click();
  await page.locator('.about').waitFor();
  for (const room of rooms) {
    await resize(room);
    expect(await tooWide(page), `${room} settings`).toEqual([]);
  }
  await resize('wide');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('where one reads from right to left the window is mirrored, and everything stays in it', async () => {
  const { page } = scene;
  await speak('en');
  const boxes = () =>
    page.evaluate(() =>
      ['nav', '.list-column', '.pane', '.row .mark', '.row time', 'footer button'].map((it) => {
        const { left, right } = document.querySelector(it)?.getBoundingClientRect() ?? new DOMRect();
        return [left, right].map(Math.round);
      }),
    );
  await topRow(page, 'Backup finished').click();
  await page.locator('.why').waitFor();
  const before = await boxes();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const mirrored = before.map(([left = 0, right = 0]) => [WIDTHS.wide - right, WIDTHS.wide - left]);
  expect(await boxes()).toEqual(mirrored);
  expect(await tooWide(page)).toEqual([]);
  await page.keyboard.press('m');
  await page.getByRole('menu').waitFor();
  expect(await tooWide(page), 'menu').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  expect(await tooWide(page), 'dialog').toEqual([]);
  await page.keyboard.press('Escape');
  await expectAccessible(page);

  for (const room of ['medium', 'narrow'] as const) {
    await resize(room);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await topRow(page, 'Backup finished').waitFor();
    expect(await tooWide(page), `${room} list`).toEqual([]);
    await page.getByRole('button', { name: 'Views and sources' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { x = 0, width = 0 } = (await drawer.boundingBox()) ?? {};
    expect(x + width).toBe(WIDTHS[room]);
    expect(await tooWide(page), `${room} drawer`).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
