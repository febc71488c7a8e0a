import { expect, onTestFinished } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { listenTo, openTestBellhop, type TestBellhop } from '../bellhop.ts';
import { faultyProxy, type Plan } from './proxy.ts';

export type Scene = Awaited<ReturnType<typeof proxiedScene>>;

/** Bellhop listening to the real companion server through a proxy that breaks on demand. */
export async function proxiedScene({ heartbeatMs = 15_000, bellhop = openTestBellhop() } = {}) {
  const server = await temporaryServer({ heartbeatMs });
  const network: { plan: Plan | null } = { plan: null };
  const proxy = await faultyProxy(server.port, () => network.plan);
  onTestFinished(proxy.close);
  const id = await listenTo(bellhop, { ...server, url: proxy.url });
  const published = ['history'];
  return {
    ...{ bellhop, server, proxy, network, id },
    publish(...contents: string[]) {
      for (const content of contents) server.publish('alice', { content, notificationTypeId: 1 });
      published.push(...contents);
    },
    /** Waits for all that was published: each is stored once, in order, and toasted once, but for the history. */
    async expectAll() {
      await expectStored(bellhop, published);
      expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(published.slice(1));
    },
  };
}

/** Waits until so much has come, and expects it to be exactly this, in this order. */
export async function expectStored(bellhop: TestBellhop, expected: string[]): Promise<void> {
  const bodies = async () => (await bellhop.notices()).map(({ body }) => body).reverse();
  while ((await bodies()).length < expected.length) await bellhop.states.next();
  expect(await bodies()).toEqual(expected);
}

/** What the journal says of a source, oldest first; waits for a line that matches. */
export async function journalWith(bellhop: TestBellhop, source: string, line: RegExp): Promise<string[]> {
  for (;;) {
    const lines = await bellhop.requests.getJournal({ source });
    const texts = lines.map(({ text, detail }) => (detail === null ? text : `${text} (${detail})`)).reverse();
    if (texts.some((text) => line.test(text))) return texts;
    await bellhop.states.next();
  }
}

export const feedIs = (bellhop: TestBellhop, kind: string) =>
  bellhop.state(({ sources }) => sources[0]?.feed.kind === kind);
