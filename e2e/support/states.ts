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
    'pictures shown, a file saved and one being saved',
    async (page) => {
      await rows(page).filter({ hasText: 'Release' }).click();
      await page.getByRole('button', { name: 'Show image' }).click();
      await page.locator('.markdown img').waitFor();
      for (const file of ['log.txt', 'film.mp4'])
        await page.getByRole('button', { name: `Save: ${file}` }).click();
      await page.getByText('Saved among your downloads.').waitFor();
      await page.getByRole('progressbar').waitFor();
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
    'search with nothing, and a mistake',
    async (page) => {
      await search(page, 'zebra priority:9');
      await page.getByText('Priorities go from 1 to 5').waitFor();
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
    'a name for a filter',
    async (page) => {
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('menuitemradio', { name: 'High and urgent' }).click();
      await page.getByRole('button', { name: 'Save as…' }).click();
      await page.locator('form.filter-row').waitFor();
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
    'a time for it that is over',
    async (page) => {
      await topRow(page, 'Backup failed').click();
      await page.keyboard.press('s');
      await page.getByLabel('Or at').fill('2020-01-01T08:00');
      await page.getByText('That time is over.').waitFor();
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
    'a rule whose pattern can’t be read',
    async (page) => {
      await settings(page);
      await page.getByRole('button', { name: 'Add a rule' }).click();
      await page.getByLabel('Pattern').fill('(');
      const refusal = page.locator('.rule-preview .refused');
      await refusal.waitFor();
      await refusal.scrollIntoViewIfNeeded();
    },
  ],
  [
    'settings: sounds, history, what to take along',
    async (page) => {
      await settings(page);
      await page.locator('.page .group').last().scrollIntoViewIfNeeded();
    },
  ],
  [
    'a shortcut that is no good',
    async (page) => {
      await settings(page);
      const record = page.getByRole('button', { name: 'Record' });
      await record.scrollIntoViewIfNeeded();
      await record.press('Enter');
      await page.keyboard.press('b');
      await page.getByText('Hold Ctrl or Alt with it.').waitFor();
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
