import { FolderInUse } from './owner.ts';
import { DatabaseFromTheFuture } from './store/database.ts';

/** Bellhop can't work with its data folder; the message says in words why, and what to do. */
export class UnusableFolder extends Error {
  override name = 'UnusableFolder';
}

/** The system's codes, and SQLite's for the same troubles. */
const REASONS: [RegExp, (folder: string) => string][] = [
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL)/,
    (folder) =>
      `The disk is full: Bellhop can’t open its data folder ${folder}. Make room, and start it again.`,
  ],
  [
    /^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM)/,
    (folder) =>
      `Bellhop can’t write to its data folder ${folder}. Let this account write there, or choose another with --data.`,
  ],
  [
    /^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/,
    (folder) =>
      `Another program holds Bellhop’s history in ${folder}. Close it there, and start Bellhop again.`,
  ],
  [
    /^(ENOTDIR|EEXIST|EISDIR)/,
    (folder) =>
      `Bellhop’s data folder ${folder} holds a file where a folder should be, or the other way round.`,
  ],
];

/** What went wrong with opening a data folder, said so that a person can act on it; what says so by itself stays as it is. */
export function explainUnusable(error: unknown, folder: string): unknown {
  if (error instanceof FolderInUse || error instanceof DatabaseFromTheFuture) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1];
  const detail = error instanceof Error ? error.message : String(error);
  return reason ? new UnusableFolder(`${reason(folder)} (${detail})`, { cause: error }) : error;
}
