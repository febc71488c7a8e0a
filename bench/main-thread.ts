import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bridgeTo } from '../main/inbox/bridge.ts';
import { en } from '../main/words/en.ts';
import type { DrawPicture } from '../preload/picture.ts';
import { openHere } from './backlog.ts';
import { watchEventLoop } from './event-loop.ts';
import { type Figure, milliseconds, under } from './figures.ts';
import { millionNotices, NOTICES } from './million.ts';

const ALL = { source: null, topic: null, minPriority: null };
const KEPT = NOTICES - 30_000;
const INDEXING_MS = 8_000;

/** As it is built: Node reads no JSX. */
function drawPicture(): DrawPicture {
  return createRequire(import.meta.url)('../out/main/picture.cjs').drawPicture;
}

/**
 * For how long the event loop of main stands still while it does something about very many notices, a million in the
 * store. What is compared with the goal is its work; the wait, in brackets, holds the disk and other programs too.
 */
export async function mainThread(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  copyFileSync(millionNotices(), join(folder, 'bellhop.db'));
  const figures: Figure[] = [];
  const during = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    const loop = watchEventLoop();
    const start = performance.now();
    const result = await work();
    const took = performance.now() - start;
    await setTimeout(20);
    const { waitMs, workMs } = loop.stop();
    figures.push(
      under(50, `main’s longest work: ${what} (${(took / 1000).toFixed(1)} s)`, workMs, {
        bellhop: `${milliseconds(workMs)} (${milliseconds(waitMs)})`,
      }),
    );
    return result;
  };
  const bellhop = openHere(folder);
  const { db } = bellhop;
  const { requests } = bellhop.notifier;
  const undo = (id: number) => requests.undo({ undo: id });
  try {
    await during('starting', async () => {
      bellhop.start();
      await setTimeout(500);
    });
    const filter = { view: 'inbox', ...ALL } as const;
    const { notices } = await during('opening the window: state and first page', () => {
      requests.getState({});
      return requests.listNotices({ filter, before: null, limit: 200 });
    });
    const bridge = bridgeTo(requests, () => en);
    const draw = () => drawPicture()(bridge, { width: 1180, notice: null, moreContrast: false });
    await during('drawing its first picture, the first time', draw);
    await during('drawing its first picture, later', draw);
    const ids = notices.map(({ id }) => id);
    const read = await during('marking 100,000 read', () => requests.markAllRead(ALL));
    await during('taking that back', () => undo(read.undo));
    const archived = await during('archiving 200', () => requests.moveNotices({ ids, to: 'archived' }));
    await during('taking that back', () => undo(archived.undo));
    const deleted = await during('deleting 200', () => requests.moveNotices({ ids, to: 'deleted' }));
    await during('taking that back', () => undo(deleted.undo));
    await during('removing 30,000 old ones', async () => {
      requests.setPreferences({ keepCount: KEPT });
      while (total(db) > KEPT) await setTimeout(20);
    });
    db.exec("INSERT INTO search (search) VALUES ('delete-all')");
    db.exec('UPDATE search_progress SET indexedFrom = (SELECT max(id) + 1 FROM notices)');
  } finally {
    await bellhop.close();
  }
  const again = openHere(folder);
  try {
    await during('making an old history searchable', async () => {
      again.start();
      await setTimeout(INDEXING_MS);
    });
    const { indexedFrom, last } = again.db
      .prepare('SELECT indexedFrom, (SELECT max(id) FROM notices) AS last FROM search_progress')
      .get() as { indexedFrom: number; last: number };
    const minutes = ((NOTICES / (last - indexedFrom)) * INDEXING_MS) / 60_000;
    figures.push({ what: 'the same for a million, in the background', bellhop: `${minutes.toFixed(1)} min` });
  } finally {
    await again.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

const total = (db: ReturnType<typeof openHere>['db']) =>
  db.prepare('SELECT sum(total) FROM counts').pluck().get() as number;
