import type { Page } from 'playwright';
import { detail, nav, rows, topRow } from './inbox.ts';

/** How the window comes into a state, from the inbox of `statesOf` in a wide window. */
export type State = [name: string, open: (page: Page) => Promise<void>];

const search = async (page: Page, words: string) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
};
const settings = (page: Page) => nav(page, 'Settings').click();

/** The states that a person sees in a day, those of sources and the first start aside. */
export const states: State[] = [
  [
    'Markdown',
    async (page) => {
      await rows(page).filter({ hasText: 'Release' }).click();
      await page.locator('.markdown').waitFor();
    },
  ],
  [
    'search with hits',
    async (page) => {
      await search(page, 'backup');
      await page.locator('.row mark').first().waitFor();
    },
  ],
  [
    'search with nothing',
    async (page) => {
      await search(page, 'zebra');
      await page.getByText('Nothing found').waitFor();
      await rows(page).first().waitFor({ state: 'detached' });
    },
  ],
  ['nothing snoozed', (page) => nav(page, /^Snoozed/).click()],
  ['the archive', (page) => nav(page, 'Archived').click()],
  [
    'several selected',
    async (page) => {
      await topRow(page, 'Backup failed').click();
      await page.keyboard.press('Shift+j');
      await page.getByText('2 notices selected').first().waitFor();
    },
  ],
  [
    'the menu of a notice',
    async (page) => {
      await topRow(page, 'Backup failed').click();
      await page.keyboard.press('m');
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'the filters',
    async (page) => {
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'a list that is filtered',
    async (page) => {
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('menuitemradio', { name: 'High and urgent' }).click();
      await page.getByRole('button', { name: 'Save as…' }).waitFor();
    },
  ],
  [
    'snooze',
    async (page) => {
      await topRow(page, 'Backup failed').click();
      await page.keyboard.press('s');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'undo',
    async (page) => {
      await rows(page).last().click();
      await page.keyboard.press('e');
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  ],
  [
    'the first rule',
    async (page) => {
      await settings(page);
      await page.getByRole('button', { name: 'Add a rule' }).click();
      await page.locator('.page form').first().waitFor();
    },
  ],
  [
    'quiet hours',
    async (page) => {
      await settings(page);
      await page.getByRole('switch', { name: 'Keep quiet at set hours' }).check();
      await page.locator('.clocks').first().waitFor();
    },
  ],
  [
    'a notice',
    async (page) => {
      await topRow(page, 'Backup failed').click();
      await detail(page).locator('.why').waitFor();
    },
  ],
];
