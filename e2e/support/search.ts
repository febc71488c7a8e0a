import type { Page } from 'playwright';
import type { Bridge } from '../../preload/contract.ts';

/** What the window is answered when it searches everywhere: the titles found, or the refusal. */
export function searchFor(page: Page, text: string): Promise<(string | null)[] | string> {
  return page.evaluate(async (typed) => {
    const { bellhop } = globalThis as unknown as { bellhop: Bridge };
    const filter = { view: null, source: null, topic: null, minPriority: null };
    const reply = await bellhop.request('search', { text: typed, filter, before: null, limit: 50 });
    return reply.ok ? reply.value.notices.map(({ title }) => title) : reply.error;
  }, text);
}
