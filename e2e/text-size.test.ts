import { expect, onTestFinished, test } from 'vitest';
import { ask } from './support/ask.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder } from './support/scene.ts';

test('Ctrl with plus, minus and 0 changes the size of text, and so does the menu', async () => {
  const { page, app, quit } = await launchApp({ data: emptyFolder() });
  onTestFinished(quit);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const size = async () => {
    const reply = await ask(page, 'readState', {});
    return reply.ok && reply.value.preferences.textSize;
  };
  const choose = (at: number) =>
    app.evaluate(({ Menu }, at) => {
      const view = Menu.getApplicationMenu()?.items.at(-1)?.submenu;
      view?.items[at]?.click();
      return view?.items[at]?.label;
    }, at);
  await press('Control++');
  await expect.poll(size).toBe(115);
  await press('Control+-', 'Control+-');
  await expect.poll(size).toBe(85);
  await press('Control+-', 'Control+0');
  await expect.poll(size).toBe(100);
  expect(await choose(0)).toBe('Make Text Bigger');
  await expect.poll(size).toBe(115);
  expect(await choose(2)).toBe('Make Text Normal Size');
  await expect.poll(size).toBe(100);
  expect(await choose(1)).toBe('Make Text Smaller');
  await expect.poll(size).toBe(85);
  await choose(1);
  await press('Control+0');
  await expect.poll(size).toBe(100);
});
