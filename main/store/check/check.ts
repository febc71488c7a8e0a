import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { workerFile } from '../../worker-file.ts';
import { type Db, settleDoubt } from '../database.ts';

/** `ended`: not 0 any more: nobody wants to know. */
export type CheckOrder = { file: string; ended: Int32Array };
/** `found`: what is wrong; null: nothing. */
export type Finding = { found: string | null };

export type HistoryCheck = {
  /** Resolves when it is through, or has been stopped. */
  over: Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Looks at all of a history in a thread of its own: seconds for a gigabyte, half a minute where the disk is cold. Stopped before
 * it is through, it begins anew with the next start.
 * @param onDamage told what of it is damaged, as SQLite tells it
 * @param onError it could not be looked at
 */
export function checkInBackground(
  db: Db,
  onDamage: (error: unknown) => void,
  onError: (error: unknown) => void,
): HistoryCheck {
  const ended = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: CheckOrder = { file: db.name, ended };
  const worker = new Worker(workerFile(import.meta.url, 'check'), { workerData });
  worker.on('message', ({ found }: Finding) => {
    if (Atomics.load(ended, 0) !== 0) return;
    if (found === null) settleDoubt(db);
    else onDamage(new Database.SqliteError(found, 'SQLITE_CORRUPT'));
  });
  worker.on('error', onError);
  const over = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    over,
    stop() {
      Atomics.store(ended, 0, 1);
      return over;
    },
  };
}
