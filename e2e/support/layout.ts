import type { Page } from 'playwright';

/** What stands out of the window to a side, or is wider than what it stands in and not cut by an ellipsis. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = (it: Element) => `${it.tagName}.${it.className} “${it.textContent?.slice(0, 40)}”`;
    const seen = [...document.body.querySelectorAll('*')].filter(
      (it) => it.checkVisibility() && !it.closest('.unseen, option, svg, pre'),
    );
    const out = seen.filter((it) => {
      const { left, right, width } = it.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    });
    const cut = seen.filter(
      (it) =>
        it.matches('button, label, h1, h2, dt, dd, legend, .hint') &&
        it.scrollWidth > it.clientWidth + 1 &&
        getComputedStyle(it).textOverflow !== 'ellipsis' &&
        getComputedStyle(it).display !== 'inline',
    );
    return [...out, ...cut].map(named);
  });
}

/** What would still move for longer than an instant, though the person asked for no motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seconds = (list: string) =>
      Math.max(
        ...list.split(',').map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)),
      );
    return [...document.querySelectorAll('*')]
      .filter((it) => {
        const { transitionDuration, animationDuration } = getComputedStyle(it);
        return seconds(transitionDuration) > 0.01 || seconds(animationDuration) > 0.01;
      })
      .map((it) => `${it.tagName}.${it.className}`);
  });
}
