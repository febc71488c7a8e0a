import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { ExportOrder, Progress } from './exporter.ts';
import { formats } from './formats.ts';
import { extentOf, readPortion } from './rows.ts';

/** The thread that writes the history to a file: it only reads the database, and main never waits for either. */

/** Some hundred kilobytes, and a few milliseconds until it is seen that nobody wants it any more. */
const PORTION = 500;

const { history, part, format, names, ended } = workerData as ExportOrder;
const tell = (progress: Progress) => parentPort?.postMessage(progress);

try {
  tell({ kind: 'done', written: writeAll() });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  tell({ kind: 'failed', code, message });
}

function writeAll(): number {
  const db = new Database(history, { readonly: true, fileMustExist: true });
  const out = openSync(part, 'wx', 0o600);
  try {
    const { head, line } = formats[format];
    const { total, last } = extentOf(db);
    let [written, after] = [0, 0];
    writeSync(out, head);
    while (Atomics.load(ended, 0) === 0) {
      tell({ kind: 'writing', written, total });
      const notices = readPortion(db, { after, last, limit: PORTION }, names);
      writeWhole(out, notices.map(line).join(''));
      written += notices.length;
      after = notices.at(-1)?.id ?? last;
      if (notices.length < PORTION) break;
    }
    fsyncSync(out);
    return written;
  } finally {
    closeSync(out);
    db.close();
  }
}

/** A system may take less than it was given. */
function writeWhole(out: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(out, bytes, done);
}
