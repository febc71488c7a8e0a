import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { nav } from './support/inbox.ts';
import { launchApp } from './support/launch.ts';
import { emptyFolder } from './support/scene.ts';

// The shortcut for the whole system is recorded in the settings, by the keyboard alone.

const keys = async (page: Page) => {
  const reply = await ask(page, 'readState', {});
  return reply.ok && reply.value.shortcut.keys;
};
const recorder = (page: Page) => page.getByRole('group', { name: 'Shortcut for the inbox' });

async function openRecorder() {
  const { page, quit } = await launchApp({ data: emptyFolder() });
  onTestFinished(quit);
  await nav(page, 'Settings').press('Enter');
  const record = recorder(page).getByRole('button', { name: 'Record' });
  await record.focus();
  return { page, record };
}

test('what is pressed is recorded and printed; Escape leaves it, Backspace removes it', async () => {
  const { page, record } = await openRecorder();
  const said = recorder(page).getByRole('status');
  await page.keyboard.press('Enter');
  await recorder(page).getByText('Press the keys…').waitFor();
  expect(await said.innerText()).toContain('Esc cancels');
  await expectAccessible(page);
  await page.keyboard.down('Control');
  await recorder(page).getByText('Ctrl+…').waitFor();
  await page.keyboard.press('Alt+k');
  await page.keyboard.up('Control');
  await recorder(page).getByText('Ctrl+Alt+K', { exact: true }).waitFor();
  await expect.poll(() => keys(page)).toBe('Control+Alt+K');

  await page.keyboard.press(' ');
  await page.keyboard.press('Escape');
  await recorder(page).getByText('Ctrl+Alt+K', { exact: true }).waitFor();
  expect(await record.evaluate((button) => button === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await expect.poll(() => keys(page)).toBe(null);
  await recorder(page).getByText('None', { exact: true }).waitFor();
  expect(await record.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a key alone is refused in words, and Tab leads on', async () => {
  const { page } = await openRecorder();
  await page.keyboard.press('Enter');
  await page.keyboard.press('b');
  await recorder(page).getByText('Hold Ctrl or Alt with it.').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await recorder(page).getByText('None', { exact: true }).waitFor();
  expect(await recorder(page).evaluate((group) => group.contains(document.activeElement))).toBe(false);
  expect(await keys(page)).toBe(null);
});

test('keys that another program has are refused in words', async () => {
  const other = await launchApp({ data: emptyFolder() });
  onTestFinished(other.quit);
  await ask(other.page, 'setShortcut', { keys: 'Control+Alt+U' });
  const { page } = await openRecorder();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Alt+u');
  await recorder(page).getByText('another program').waitFor();
  expect(await keys(page)).toBe(null);
});
