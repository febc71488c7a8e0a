import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { type Db, isDamage } from '../database.ts';
import type { CheckOrder, Finding } from './check.ts';

/** The thread that looks at all of a history. It only reads, table by table, so that it holds no snapshot for long. */

const { file, ended } = workerData as CheckOrder;
const isEnded = () => Atomics.load(ended, 0) !== 0;

const db = new Database(file, { readonly: true, fileMustExist: true });
try {
  readAhead(db);
  const found = findDamage(db);
  if (!isEnded()) parentPort?.postMessage({ found } satisfies Finding);
} finally {
  db.close();
}

/**
 * Nothing can end a check of a table before its time, and on a disk that is cold one may take half a minute: so that all waiting for
 * the disk comes before, page by page. https://sqlite.org/dbstat.html
 */
function readAhead(from: Db): void {
  for (const _ of from.prepare('SELECT 1 FROM dbstat').iterate()) if (isEnded()) return;
}

/** @returns what is wrong with the first damaged table; null where nothing is, or nobody wants to know any more */
function findDamage(from: Db): string | null {
  const tables = from.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck();
  for (const table of tables.all() as string[]) {
    if (isEnded()) return null;
    const found = check(from, table);
    if (found !== 'ok') return found;
  }
  return null;
}

function check(from: Db, table: string): string {
  try {
    return String(from.pragma(`quick_check("${table}")`, { simple: true }));
  } catch (error) {
    if (isDamage(error)) return String(error);
    throw error;
  }
}
