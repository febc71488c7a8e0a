import { Worker } from 'node:worker_threads';
import { workerFile } from '../../worker-file.ts';
import type { Found, Search } from './search.ts';

/** `newest`: the number of the last order; whoever works on another one may stop. */
export type WorkerData = { file: string; newest: Int32Array };
export type Order = { number: number; search: Search };
/** `page: null`: a newer one was wanted. */
export type Answer = { number: number } & ({ page: Found | null } | { error: Error });

export type Searcher = {
  /**
   * The newest search wins: an older one that isn't through is answered null.
   * @throws SqliteError, or `SearchBroke` when the thread ended by itself; the next search starts a new one
   */
  search: (wanted: Search) => Promise<Found | null>;
  stop: () => Promise<void>;
};

export class SearchBroke extends Error {
  override name = 'SearchBroke';
}

/** A thread takes some 10 MB: it is given back when nobody has searched for so long. */
const IDLE_MS = 60_000;

type Pending = { number: number; resolve: (page: Found | null) => void; reject: (error: Error) => void };

/** Searches in a thread of its own, which is started with the first search. @param file the history */
export function createSearcher(file: string, idleMs = IDLE_MS): Searcher {
  const newest = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let worker: Worker | null = null;
  let pending: Pending | null = null;
  let idle: NodeJS.Timeout | undefined;

  const settle = (give: (waiting: Pending) => void) => {
    const waiting = pending;
    pending = null;
    if (waiting) give(waiting);
  };

  function start(): Worker {
    const started = new Worker(workerFile(import.meta.url, 'search'), {
      workerData: { file, newest } satisfies WorkerData,
    });
    started.on('message', (answer: Answer) => {
      if (answer.number !== pending?.number) return;
      settle(({ resolve, reject }) => ('error' in answer ? reject(answer.error) : resolve(answer.page)));
      idle = setTimeout(end, idleMs).unref();
    });
    const broke = (error: unknown) => {
      if (worker !== started) return;
      worker = null;
      settle(({ reject }) => reject(new SearchBroke(String(error))));
    };
    started.on('error', broke);
    started.on('exit', (code) => broke(`the thread ended with ${code}`));
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    Atomics.add(newest, 0, 1);
    settle(({ resolve }) => resolve(null));
    if (!ending) return;
    await new Promise((resolve) => {
      ending.once('exit', resolve);
      ending.postMessage(null);
    });
  }

  return {
    search(wanted) {
      clearTimeout(idle);
      worker ??= start();
      settle(({ resolve }) => resolve(null));
      const number = Atomics.add(newest, 0, 1) + 1;
      const page = new Promise<Found | null>((resolve, reject) => {
        pending = { number, resolve, reject };
      });
      worker.postMessage({ number, search: wanted } satisfies Order);
      return page;
    },
    stop: end,
  };
}
