import { expect, onTestFinished, test } from 'vitest';
import { ask } from './support/ask.ts';
import { nav, rows, topRow } from './support/inbox.ts';
import { openScene, type Scene } from './support/scene.ts';

test('each row says which of how many it is, and of no known number while there is more than was loaded', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page, server } = scene;
  const all = 150;
  await Promise.all(Array.from({ length: all }, (_, at) => server.publish({ content: `Number ${at}` })));
  const unread = nav(page, `Inbox ${all} unread`);
  await unread.waitFor();
  await nav(page, 'Archived').click();
  await rows(page).first().waitFor({ state: 'detached' });
  await unread.click();
  await rows(page).first().waitFor();

  const told = () =>
    rows(page).evaluateAll((options) =>
      options.map((option) =>
        ['aria-posinset', 'aria-setsize'].map((name) => Number(option.getAttribute(name))),
      ),
    );
  const counted = (size: number, loaded: number) => Array.from({ length: loaded }, (_, at) => [at + 1, size]);
  const first = await told();
  expect(first.length).toBeLessThan(all);
  expect(first).toEqual(counted(-1, first.length));

  await page.keyboard.press('j');
  await expect
    .poll(async () => {
      await page.keyboard.press('End');
      return (await told()).length;
    })
    .toBe(all);
  await expect.poll(told).toEqual(counted(all, all));
  await server.publish({ content: 'One more' });
  await page.keyboard.press('Home');
  await topRow(page, 'One more').waitFor();
  await expect.poll(told).toEqual(counted(all + 1, all + 1));
});

test('a row doesn’t grow under the pointer, whose tools lie over it', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page, server } = scene;
  for (const words of ['front door', 'front door of the house that is on the lake', 'door'])
    await server.publish({ content: `Someone rang at the ${words}.\nThe picture is in the album.` });
  await topRow(page, 'at the door').waitFor();
  const heights = () => rows(page).evaluateAll((all) => all.map((row) => row.clientHeight));
  const before = await heights();
  for (const at of [0, 1, 2]) {
    await rows(page).nth(at).hover();
    await page.locator('.row.pointed').waitFor();
    expect(await heights()).toEqual(before);
  }
});

test('nothing of a title is under the tools of its row, whichever way the title and the window are written', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page, server } = scene;
  for (const words of ['front door of the house on the lake', 'הגיבוי של השרת הביתי נכשל הלילה']) {
    await server.publish({ title: `${words}, ${words}`, content: 'See the picture.' });
    await server.publish({ content: `${words}, ${words}, ${words}` });
  }
  await rows(page).nth(3).waitFor();
  for (const direction of ['ltr', 'rtl']) {
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, direction);
    for (const density of ['comfortable', 'compact'] as const) {
      await ask(page, 'setPreferences', { density });
      await page.locator(`[data-density="${density}"]`).waitFor({ state: 'attached' });
      for (const at of [0, 1, 2, 3])
        expect(await coloursUnderTools(scene, at), `${direction} ${density} ${at}`).toBe(1);
    }
  }
});

/** How many colours there are on the part of the first line that the tools cover: one, where there are no letters. */
async function coloursUnderTools({ page, running }: Scene, at: number): Promise<number> {
  const row = rows(page).nth(at);
  await row.locator('.meta').hover();
  await page.locator('.row.pointed').and(row).waitFor();
  const covered = await row.evaluate(async (row) => {
    const tools = document.querySelector<HTMLElement>('.row-tools');
    const title = row.querySelector('.title');
    if (!tools || !title) throw new Error('There is no row with tools.');
    const { left, width, top } = tools.getBoundingClientRect();
    const bottom = title.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(title).lineHeight);
    tools.style.visibility = 'hidden';
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const [x, y] = [Math.ceil(left), Math.ceil(top)];
    return { x, y, width: Math.floor(width), height: Math.floor(bottom) - y };
  });
  const colours = await running.app.evaluate(async ({ BrowserWindow }, rect) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage(rect);
    const pixels = image?.toBitmap() ?? Buffer.alloc(0);
    return new Set(new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)).size;
  }, covered);
  await page.locator('.row-tools').evaluate((tools: HTMLElement) => {
    tools.style.visibility = '';
  });
  return colours;
}
