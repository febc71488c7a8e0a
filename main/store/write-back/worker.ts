import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** The thread that moves pages from the write-ahead log to their places. It holds up neither readers nor the writer. */
const db = new Database(workerData as string, { fileMustExist: true });

parentPort?.on('message', (order: 'write' | null) => {
  if (order === null) {
    db.close();
    process.exit(); // of this thread
  }
  db.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage('written');
});
