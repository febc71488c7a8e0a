import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { createLens } from './lens.ts';
import { search } from './search.ts';
import type { Answer, Order, WorkerData } from './searcher.ts';

/**
 * The thread that searches: it only reads, over a connection of its own, and so never makes the pipeline wait
 * (https://sqlite.org/wal.html#concurrency).
 */
const { file, newest } = workerData as WorkerData;
const db = new Database(file, { readonly: true, fileMustExist: true });
const lens = createLens();

class Outdated extends Error {}

parentPort?.on('message', (order: Order | null) => {
  if (order === null) {
    db.close();
    process.exit(); // of this thread
  }
  parentPort?.postMessage(answer(order));
});

function answer({ number, search: wanted }: Order): Answer {
  // Orders wait in line, but this number is told by main at once.
  const checkpoint = () => {
    if (Atomics.load(newest, 0) !== number) throw new Outdated();
  };
  try {
    checkpoint();
    return { number, page: search(db, lens, wanted, checkpoint) };
  } catch (error) {
    if (error instanceof Outdated) return { number, page: null };
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
