import { FolderInUse } from './owner.ts';
import { DatabaseFromTheFuture } from './store/database.ts';
import { Refusal } from './words/refusal.ts';

/** Bellhop can't work with its data folder; the message says why, and what to do. */
export class UnusableFolder extends Refusal {
  override name = 'UnusableFolder';
}

type Reason = 'folderOnFullDisk' | 'folderNotWritable' | 'folderHeld' | 'folderMixedUp';

/** The system's codes, and SQLite's for the same troubles. */
const REASONS: [RegExp, Reason][] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, 'folderOnFullDisk'],
  [/^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM)/, 'folderNotWritable'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/, 'folderHeld'],
  [/^(ENOTDIR|EEXIST|EISDIR)/, 'folderMixedUp'],
];

/** What went wrong with opening a data folder, said so that a person can act on it; what says so by itself stays as it is. */
export function explainUnusable(error: unknown, folder: string): unknown {
  if (error instanceof FolderInUse || error instanceof DatabaseFromTheFuture) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1];
  const detail = error instanceof Error ? error.message : String(error);
  return reason ? new UnusableFolder(reason, folder, detail) : error;
}
