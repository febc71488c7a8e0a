import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DiagnosisStep } from '../../preload/contract.ts';
import type { Db } from '../store/database.ts';
import { failed, ok } from './step.ts';

/** Several times what an ordinary event takes, so that the file has to grow for it. */
const TRIAL_BYTES = 256 * 1024;
const LOW_BYTES = 50 * 1024 * 1024;

/** Whether the history takes what comes: writes, reads it back, and leaves no trace. */
export function checkStore(db: Db): DiagnosisStep {
  const free = freeBytes(dirname(db.name));
  try {
    tryToWrite(db);
  } catch (error) {
    return failed('store', `The history can’t be written: ${words(error)}.`, advice(error));
  }
  if (free < TRIAL_BYTES) return failed('store', 'The disk is full.', MAKE_ROOM);
  const low = free < LOW_BYTES;
  return ok('store', `The history can be written; ${inWords(free)} are free.`, low ? MAKE_ROOM : null);
}

const MAKE_ROOM = 'Make room on the disk: what can’t be stored is asked for again once there is some.';

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

function inWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 10_000 ? `${Math.floor(megabytes)} MB` : `${Math.floor(megabytes / 1024)} GB`;
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '');

function words(error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL')) return 'the disk is full';
  if (code.startsWith('SQLITE_READONLY')) return 'the file may only be read';
  if (code.startsWith('SQLITE_BUSY')) return 'another program holds it';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'the file is damaged';
  return error instanceof Error ? error.message : String(error);
}

function advice(error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_FULL')) return MAKE_ROOM;
  if (code.startsWith('SQLITE_READONLY')) return 'Let this account write to Bellhop’s data folder.';
  if (code.startsWith('SQLITE_BUSY')) return 'Close other programs that opened Bellhop’s history.';
  return 'Start Bellhop again: it sets a damaged history aside, and your servers fill a new one.';
}
