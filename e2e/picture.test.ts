import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Preferences } from '../preload/contract.ts';
import { ask } from './support/ask.ts';
import { clickToast } from './support/dunst.ts';
import { closeWindow, detail, openedWindow, resizeWindow, servedPage, topRow } from './support/inbox.ts';
import { launchHidden } from './support/launch.ts';
import { emptyFolder, openScene, type Scene } from './support/scene.ts';
import { clickTray } from './support/tray.ts';

// The window opens with a picture of itself that main drew, and its program takes that over.

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  for (const [content, title] of TEXTS) await scene.server.publish({ content, title });
  await topRow(scene.page, 'こんにちは').waitFor();
  await scene.running.app.context().addInitScript(watchTakeover);
  return scene.close;
});

const TEXTS = [
  ['**Bold** and [a link](https://a.example)', 'Deployed'],
  ['<img src=x onerror=alert(1)></body><script>alert(2)</script>', '<b>not bold</b> & "quoted"'],
  ['日本語のお知らせ', 'こんにちは'],
] as const;

const prefer = (preferences: Partial<Preferences>) => ask(scene.page, 'setPreferences', preferences);

/** Notes in every new page what its program changes of the picture. */
function watchTakeover(): void {
  const changes: string[] = [];
  Object.assign(window, { changes });
  new PerformanceObserver(() => changes.push('Something moved.')).observe({
    type: 'layout-shift',
    buffered: true,
  });
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records)
        for (const node of [...addedNodes, ...removedNodes])
          if (node instanceof Element) changes.push(node.outerHTML);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

const takeover = () => scene.page.evaluate(() => (window as unknown as { changes: string[] }).changes);

/** What main would draw now, and what stands in the window. */
async function compare(): Promise<{ drawn: string; standing: string }> {
  const html = await servedPage(scene.running.app);
  return scene.page.evaluate((html) => {
    const normal = (page: Document) => {
      const root = page.documentElement.cloneNode(true) as HTMLElement;
      root.querySelector('head')?.remove();
      root.querySelector('body')?.removeAttribute('inert');
      for (const time of root.querySelectorAll('.row time')) time.textContent = ''; // minutes pass
      for (const element of [root, ...root.querySelectorAll('*')]) {
        const attributes = Array.from(element.attributes).sort((a, b) => a.name.localeCompare(b.name));
        for (const { name, value } of attributes) {
          element.removeAttribute(name);
          // Where a row stands is written once it does (usePositions.ts).
          if (!['aria-posinset', 'aria-setsize'].includes(name)) element.setAttribute(name, value);
        }
      }
      return root.outerHTML.replaceAll('><', '>\n<');
    };
    return { drawn: normal(new DOMParser().parseFromString(html, 'text/html')), standing: normal(document) };
  }, html);
}

test.each<[string, Partial<Preferences>, [number, number]]>([
  ['as it comes', {}, [1180, 760]],
  ['narrow, in Japanese', { language: 'ja' }, [420, 640]],
  [
    'compact, in German with much contrast',
    { language: 'de', density: 'compact', theme: 'contrast' },
    [800, 600],
  ],
  ['with large text', { textSize: 150 }, [1180, 760]],
])('the window’s program finds nothing to change in what main drew: %s', async (_, preferences, size) => {
  const before = await ask(scene.page, 'readState', {});
  onTestFinished(async () => {
    if (before.ok) await prefer(before.value.preferences);
  });
  const { app } = scene.running;
  await prefer(preferences);
  const { textSize = 100 } = preferences;
  await expect.poll(() => scene.page.evaluate(() => devicePixelRatio)).toBe(textSize / 100);
  await resizeWindow(app, ...size);
  await closeWindow(app);
  scene.page = await openedWindow(app, clickTray);
  const { drawn, standing } = await compare();
  expect(drawn).toBe(standing);
  expect(drawn).toContain('こんにちは');
  expect(await takeover()).toEqual([]);
});

test('a window opened at a notice is drawn with it', async () => {
  const { app } = scene.running;
  await closeWindow(app);
  await scene.server.publish({ title: 'Come here', content: 'You clicked the toast.' });
  const toast = await scene.toasts.waitFor(({ title }) => title === 'Come here');
  scene.page = await openedWindow(app, () => clickToast(toast));
  await detail(scene.page).getByRole('heading', { name: 'Come here' }).waitFor();
  expect(await takeover()).toEqual([]);
});

test('where it can’t be drawn the window opens all the same', async () => {
  await scene.running.quit();
  const { app, quit } = await launchHidden({ data: emptyFolder(), args: ['--hidden'] });
  onTestFinished(quit);
  await app.evaluate(({ app }) => {
    const { _cache } = (process.mainModule as NodeJS.Module).require('node:module');
    const exports = { drawPicture: () => Promise.reject(new Error('It is broken.')) };
    _cache[`${app.getAppPath()}/out/main/picture.cjs`] = { exports, loaded: true };
  });
  const page = await openedWindow(app, clickTray);
  await page.getByRole('heading', { name: 'Nothing is ringing yet' }).waitFor();
});
