import { expect, onTestFinished, test } from 'vitest';
import { nav, rows, topRow } from './support/inbox.ts';
import { openScene } from './support/scene.ts';

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
