import type { ElectronApplication, Locator, Page } from 'playwright';
import { until } from './until.ts';

// The inbox window by what a person finds in it.

/** Lines that tell of a gap are options too, but none that can be chosen. */
export const rows = (page: Page): Locator => page.getByRole('option', { disabled: false });

/** The newest row, once it says `words`. */
export const topRow = (page: Page, words: string): Locator => rows(page).first().filter({ hasText: words });

/** The notice that stands beside the list. */
export const detail = (page: Page): Locator => page.getByRole('region', { name: 'Notice', exact: true });

/** An entry of the sidebar. */
export const nav = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('navigation').getByRole('button', { name });

/** Closes the window as its close button does, and waits until its process is gone. */
export async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await until('the renderer is gone', async () => (await rendererPids(app)).length === 0);
}

/** Makes the window this large, with its frame. */
export function resizeWindow(app: ElectronApplication, width: number, height: number): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setSize(width, height),
    [width, height] as const,
  );
}

/** Does what opens a window, and waits until it can be used. */
export async function openedWindow(app: ElectronApplication, open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent('window'), open()]);
  await usable(page);
  return page;
}

/** Resolves when the page's program has taken over the picture that it came with. */
export async function usable(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForFunction(() => document.body.childElementCount > 0 && !document.body.inert);
}

/** The window's page as main serves it at this moment. */
export function servedPage(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ net }) => net.fetch('bellhop://app/index.html').then((response) => response.text()));
}

/** The processes that run pages. */
export function rendererPids(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ type, pid }) => (type === 'Tab' ? [pid] : [])),
  );
}
