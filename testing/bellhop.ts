import { onTestFinished } from 'vitest';
import type { Clock } from '../main/clock.ts';
import { openBellhop } from '../main/open.ts';
import type { AppState, NoticeDetail, NoticeRow } from '../preload/contract.ts';
import { confStore } from './conf.ts';
import { temporaryFolder } from './folder.ts';
import { testHost } from './host.ts';
import { recorder } from './recorder.ts';

/** The whole pipeline on a data folder, as the app opens it, with a desktop that remembers. Closed with the test. */
export function openTestBellhop(folder = temporaryFolder(), clock: Clock = Date.now) {
  const screen = testHost();
  const states = recorder<AppState>();
  const pushes = { onState: states.push, onNotices: () => {} };
  const bellhop = openBellhop(folder, 'test', screen.host, confStore, pushes, clock);
  const { requests } = bellhop.notifier;
  let closed = false;
  const close = async () => {
    if (!closed) await bellhop.close();
    closed = true;
  };
  onTestFinished(close);
  bellhop.start();
  return {
    ...screen,
    ...{ folder, states, requests, close, settings: bellhop.settings, report: bellhop.notifier.report },
    db: bellhop.db,
    words: bellhop.words,
    apply: bellhop.apply,
    /** Resolves with the first snapshot that satisfies the condition, the present one included. */
    async state(isIt: (state: AppState) => boolean): Promise<AppState> {
      await states.until((all) => all.length > 0 && isIt(all.at(-1) as AppState));
      return states.items.at(-1) as AppState;
    },
    /** The whole history, newest first. */
    async notices(): Promise<NoticeRow[]> {
      const filter = { view: 'inbox', source: null, topic: null, minPriority: null } as const;
      return (await requests.listNotices({ filter, before: null, limit: 1000 })).notices;
    },
    async detail(body: string): Promise<NoticeDetail> {
      const [{ id } = { id: -1 }] = (await this.notices()).filter((notice) => notice.body === body);
      return (await requests.getNotice({ id })) as NoticeDetail;
    },
  };
}
export type TestBellhop = ReturnType<typeof openTestBellhop>;

type CompanionServer = {
  url: string;
  token: string;
  publish: (user: string, row: { content: string; notificationTypeId: number }) => unknown;
};

/** How the original endpoint and the companion server are listened to. */
export const asRows = { dialect: 'rows', mapping: null } as const;

/**
 * Adds the server as a source, and waits until rows published from now on are live: its history has arrived, so the
 * stream is past the point up to which it catches up.
 */
export async function listenTo(bellhop: TestBellhop, server: CompanionServer, name = 'Server') {
  server.publish('alice', { content: 'history', notificationTypeId: 1 });
  const credential = { kind: 'bearer', token: server.token } as const;
  const { id } = await bellhop.requests.addSource({ ...asRows, name, url: server.url, credential });
  await bellhop.state(({ sources }) => sources.some((one) => one.id === id && one.lastNoticeAt !== null));
  return id;
}
