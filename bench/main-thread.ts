import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { bridgeTo } from '../main/inbox/bridge.ts';
import type { Db } from '../main/store/database.ts';
import { insertToast } from '../main/store/toasts.ts';
import { en } from '../main/words/en.ts';
import type { DrawPicture } from '../preload/picture.ts';
import { openHere } from './backlog.ts';
import { watchEventLoop } from './event-loop.ts';
import { type Figure, milliseconds, under } from './figures.ts';
import { millionNotices, NOTICES } from './million.ts';
import { type BenchServer, startBenchServer } from './server.ts';

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
  const server = await startBenchServer(join(folder, 'server'));
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
  let onNotices = () => {};
  const bellhop = openHere(folder, () => onNotices());
  const { db } = bellhop;
  const { requests } = bellhop.notifier;
  const undo = (id: number) => requests.undo({ undo: id });
  try {
    const digest = leaveDigest(db, 50_000);
    await during('starting, with a digest of 50,000 that a crash left', async () => {
      bellhop.start();
      while (!wasShown(db, digest)) await setTimeout(20);
    });
    await listenTo(server, bellhop);
    await during('a notice comes, with its toast', async () => {
      const came = new Promise<void>((resolve) => (onNotices = resolve));
      await server.publish('one more');
      await came;
    });
    const filter = { view: 'inbox', ...ALL } as const;
    const { notices } = await during('opening the window: state and first page', () => {
      requests.getState({});
      return requests.listNotices({ filter, before: null, limit: 200 });
    });
    const bridge = bridgeTo(requests, () => en);
    const draw = async () => {
      const drawRead = drawPicture();
      await setImmediate(); // as main/electron/picture.ts does
      await drawRead(bridge, { width: 1180, notice: null, moreContrast: false });
    };
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
    server.stop();
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

/** Resolves when what the server publishes from now on is news. */
async function listenTo({ url, token }: BenchServer, { apply, notifier }: ReturnType<typeof openHere>) {
  await apply({ server: url, token, hidden: true });
  while ((await notifier.requests.readState({})).sources[0]?.feed.kind !== 'open') await setTimeout(20);
}

function leaveDigest(db: Db, notices: number): number {
  const digest = insertToast(db, 'digest', 1);
  db.prepare(
    `INSERT INTO verdicts (notice, occasion, verdict, reason, at, toast)
     SELECT id, 'left', 'digest', 'flood', 1, ? FROM notices ORDER BY id DESC LIMIT ?`,
  ).run(digest, notices);
  return digest;
}

const wasShown = (db: Db, toast: number) =>
  db.prepare('SELECT answeredAt FROM toasts WHERE id = ?').pluck().get(toast) !== null;

const total = (db: Db) => db.prepare('SELECT sum(total) FROM counts').pluck().get() as number;
