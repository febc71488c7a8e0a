import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DiagnosisStep } from '../../preload/contract.ts';
import type { Db } from '../store/database.ts';
import type { Words } from '../words/words.ts';
import { failed, ok } from './step.ts';

/** Several times what an ordinary event takes, so that the file has to grow for it. */
const TRIAL_BYTES = 256 * 1024;
const LOW_BYTES = 50 * 1024 * 1024;

/** Whether the history takes what comes: writes, reads it back, and leaves no trace. */
export function checkStore({ locale, doctor }: Words, db: Db): DiagnosisStep {
  const free = freeBytes(dirname(db.name));
  try {
    tryToWrite(db);
  } catch (error) {
    return failed('store', doctor.notWritable(reason(doctor, error)), advice(doctor, error));
  }
  if (free < TRIAL_BYTES) return failed('store', doctor.diskFull, doctor.makeRoom);
  const low = free < LOW_BYTES;
  return ok('store', doctor.writable(inWords(locale, free)), low ? doctor.makeRoom : null);
}

/** Never committed: it is rolled back, and a crash rolls it back too. */
function tryToWrite(db: Db): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const { lastInsertRowid } = db
      .prepare("INSERT INTO journal (at, kind, text, detail) VALUES (0, 'problem', 'a trial', ?)")
      .run('x'.repeat(TRIAL_BYTES));
    const read = db.prepare('SELECT length(detail) FROM journal WHERE id = ?').pluck().get(lastInsertRowid);
    if (read !== TRIAL_BYTES) throw new Error('what was written comes back otherwise');
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK'); // SQLite itself may have
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function inWords(locale: string, bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  const [n, unit] = megabytes < 10_000 ? [megabytes, 'megabyte'] : [megabytes / 1024, 'gigabyte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, useGrouping: false }).format(Math.floor(n));
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '');

function reason(doctor: Words['doctor'], error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL')) return doctor.isFull;
  if (code.startsWith('SQLITE_READONLY')) return doctor.isReadOnly;
  if (code.startsWith('SQLITE_BUSY')) return doctor.isHeld;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return doctor.isDamaged;
  return error instanceof Error ? error.message : String(error);
}

function advice(doctor: Words['doctor'], error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL')) return doctor.makeRoom;
  if (code.startsWith('SQLITE_READONLY')) return doctor.letWrite;
  if (code.startsWith('SQLITE_BUSY')) return doctor.closeOthers;
  return doctor.startAgain;
}
