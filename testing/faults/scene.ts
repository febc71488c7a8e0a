import { expect, onTestFinished } from 'vitest';
import { temporaryServer } from '../../server/testing.ts';
import { asRows, listenTo, openTestBellhop, type TestBellhop } from '../bellhop.ts';
import { rowsEvent } from '../raw-server.ts';
import { faultyProxy, type Plan } from './proxy.ts';

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

/** Adds a source that speaks rows. */
export async function listenAt(bellhop: TestBellhop, url: string, token?: string): Promise<string> {
  const credential = token ? ({ kind: 'bearer', token } as const) : ({ kind: 'none' } as const);
  return (await bellhop.requests.addSource({ ...asRows, name: 'S', url, credential })).id;
}

/** Waits until so much has come, and expects it to be exactly this, in this order. */
export async function expectStored(bellhop: TestBellhop, expected: string[]): Promise<void> {
  const bodies = async () => (await bellhop.notices()).map(({ body }) => body).reverse();
  while ((await bodies()).length < expected.length) await bellhop.states.next();
  expect(await bodies()).toEqual(expected);
}

/** Waits until the journal has such a line for a source, and gives all its lines, oldest first. */
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

// ── What the companion server sends, for servers that only play it ───────────────────────────────────────────

export const COMPANION = { 'Bellhop-Heartbeat': '15' };
export const caughtUp = (id: number) => `event: caught-up\nid: ${id}\ndata: {}\n\n`;
/** An event with the one notice of this number. */
export const notice = (id: number) => rowsEvent([{ id, content: `notice ${id}` }], id);
export const notices = (count: number) => Array.from({ length: count }, (_, n) => `notice ${n + 1}`);
