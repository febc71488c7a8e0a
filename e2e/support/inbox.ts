import type { Locator, Page } from 'playwright';

// The inbox window by what a person finds in it.

export const rows = (page: Page): Locator => page.getByRole('option');

/** The newest row, once it says `words`. */
export const topRow = (page: Page, words: string): Locator => rows(page).first().filter({ hasText: words });

/** The notice that stands beside the list. */
export const detail = (page: Page): Locator => page.getByRole('region', { name: 'Notice', exact: true });

/** The lines of "why did I (not) see this?". */
export const why = (page: Page): Locator => detail(page).locator('.why');
