import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Conf from 'conf';
import type { Host } from '../main/host.ts';
import { noDesktop } from '../main/no-desktop.ts';
import { openBellhop } from '../main/open.ts';
import { addSource } from '../main/settings/sources.ts';
import type { Db } from '../main/store/database.ts';
import { rememberFeed } from '../main/store/feeds.ts';

/** How notices come: 100 rows to an event, or each in its own. */
export type Form = 'rows' | 'ntfy';

export async function startFloodServer() {
  const child = fork(join(import.meta.dirname, 'flood-server.ts'), { execArgv: [] });
  const [port] = await once(child, 'message');
  const base = `http://127.0.0.1:${port}`;
  return {
    address: (form: Form, count: number) => `${base}/${form === 'rows' ? 'rows/' : ''}${count}`,
    stop: () => child.kill(),
  };
}

/** The whole app but for its desktop, in this process. */
export function openHere(folder: string, onNotices: () => void = () => {}) {
  const host: Host = {
    ...noDesktop,
    toast: async () => ({ shown: true }),
    toastService: () => ({ works: true, says: ['takesToasts'], advice: null }),
    onWake() {},
  };
  const makeStore = ({ cwd, name }: { cwd: string; name: string }) =>
    new Conf({ cwd, configName: name, projectName: 'Bellhop' });
  return openBellhop(folder, 'benchmark', host, makeStore, { onState() {}, onNotices });
}

/**
 * The app in a new data folder, at the moment it starts and its one source has so many
 * notices that it missed.
 * @param onCount told how many have come, ten times a second at most
 */
export function openBacklog(
  folder: string,
  form: Form,
  url: string,
  missed: number,
  onCount: (count: number, db: Db) => void = () => {},
) {
  let allCame = () => {};
  const all = new Promise<void>((resolve) => {
    allCame = resolve;
  });
  const onNotices = () => {
    const count = db.prepare('SELECT max(id) FROM notices').pluck().get() as number;
    onCount(count, db);
    if (count === missed) allCame();
  };
  const bellhop = openHere(folder, onNotices);
  const { db, settings } = bellhop;
  const draft = { name: 'Flood', url, dialect: form, mapping: null, credentialKind: 'none' } as const;
  const added = addSource(settings.read(), draft);
  settings.write(added.settings);
  rememberFeed(db, added.source.id, { cursor: '1', greetedAt: Date.now() });
  return {
    db,
    /** @returns how long it takes until the last is committed, milliseconds */
    async catchUp(): Promise<number> {
      const start = Date.now();
      bellhop.start();
      await all;
      return (db.prepare('SELECT max(at) FROM verdicts').pluck().get() as number) - start;
    },
    close: bellhop.close,
  };
}
