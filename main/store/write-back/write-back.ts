import { Worker } from 'node:worker_threads';
import { workerFile } from '../../worker-file.ts';
import type { Db } from '../database.ts';

/** Pages of 4 KiB. SQLite's own habit; less often, and each time takes longer. */
const PAGES = 1_000;
/** Should the thread not keep up, main does it itself from here on: the log must not grow without end. */
const MAIN_PAGES = 8 * PAGES;
/** A thread takes some 10 MB: it is given back when there was nothing to do for so long. */
const IDLE_MS = 30_000;

export type WriteBack = {
  /** Has it written back if the log is long. @returns when that is done; at once where nothing needs to be */
  look: () => Promise<void>;
  stop: () => Promise<void>;
};

const known = new WeakMap<Db, WriteBack>();

/** For whoever writes much: waiting for this between portions keeps the log short. */
export async function logIsShort(db: Db): Promise<void> {
  await known.get(db)?.look();
}

/**
 * Commits only append to the write-ahead log. Now and then its pages must go to their places in the file, and the disk
 * must confirm it: 20 ms on a good day, half a second on a busy one. SQLite lets any connection do it, so a thread does, and
 * whoever commits never waits for the disk. https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
 * @param onError after it main does it again, as without this
 */
export function createWriteBack(db: Db, onError: (error: unknown) => void): WriteBack {
  let worker: Worker | null = null;
  let running: { done: Promise<void>; end: () => void } | null = null;
  let idle: NodeJS.Timeout | undefined;
  let failed = false;
  db.pragma(`wal_autocheckpoint = ${MAIN_PAGES}`);

  function settle(): void {
    running?.end();
    running = null;
  }

  function fail(error: unknown): void {
    worker = null;
    failed = true;
    settle();
    if (db.open) db.pragma(`wal_autocheckpoint = ${PAGES}`);
    onError(error);
  }

  function start(): Worker {
    const started = new Worker(workerFile(import.meta.url, 'write-back'), { workerData: db.name });
    started.on('message', () => {
      settle();
      idle = setTimeout(() => void end(), IDLE_MS).unref();
    });
    started.on('error', (error) => worker === started && fail(error));
    started.on('exit', (code) => worker === started && fail(new Error(`The thread ended with ${code}.`)));
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    await running?.done;
    const ending = worker;
    worker = null;
    if (!ending) return;
    await new Promise((resolve) => {
      ending.once('exit', resolve);
      ending.postMessage(null);
    });
  }

  const writeBack: WriteBack = {
    look() {
      if (running || failed) return running?.done ?? Promise.resolve();
      if (unwritten(db) < PAGES) return Promise.resolve();
      clearTimeout(idle);
      const { promise: done, resolve } = withResolvers();
      running = { done, end: resolve };
      worker ??= start();
      worker.postMessage('write');
      return done;
    },
    async stop() {
      failed = true; // nothing new from here on
      await end();
      known.delete(db);
    },
  };
  known.set(db, writeBack);
  return writeBack;
}

/** Pages that are in the log only; 0 where that can't be read: whoever writes next is told why. */
function unwritten(db: Db): number {
  try {
    const [state] = db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
    return state ? state.log - state.checkpointed : 0;
  } catch {
    return 0;
  }
}

/** Promise.withResolvers, which Electron 25 lacks. */
function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}
