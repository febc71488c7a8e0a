import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { Refusal } from './words/refusal.ts';

const socketSchema = z.object({ address: z.string().min(1), secret: z.string().min(1) });
/** Where the owner answers other processes of this account, and what proves that they are. */
export type SocketPlace = z.infer<typeof socketSchema>;

const holderSchema = z.object({
  pid: z.number(),
  kind: z.string(),
  since: z.string(),
  socket: socketSchema.optional(),
});
export type Holder = z.infer<typeof holderSchema>;

/** Another Bellhop owns the data folder. */
export class FolderInUse extends Refusal {
  override name = 'FolderInUse';
}

export type Ownership = {
  /** Tells others where the owner listens. */
  announce: (socket: SocketPlace) => void;
  release: () => void;
};

/**
 * One owner per data folder. The lock is SQLite's own on a file of its own: held by the operating system for the
 * life of this process, so a kill frees it, on all three systems. https://sqlite.org/lockingv3.html
 * @param kind what holds it, for the sentence a second process prints: "desktop app", "headless host"
 * @throws FolderInUse with who holds it
 */
export function takeOwnership(folder: string, kind: string, now: Date): Ownership {
  const lock = new Database(join(folder, 'owner.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new FolderInUse('folderInUse', describeHolder(readHolder(folder)), folder);
  }
  const holder: Holder = { pid: process.pid, kind, since: now.toISOString() };
  try {
    writeHolder(folder, holder);
  } catch {
    // It is for the sentence that a second process prints, and the folder is ours without it: on a full disk too.
  }
  return {
    announce: (socket) => writeHolder(folder, { ...holder, socket }),
    release: () => lock.close(),
  };
}

/** Who holds the folder, or held it last; null while it hasn't written its name yet. */
export function readHolder(folder: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

const holderFile = (folder: string) => join(folder, 'owner.json');

/** Whole or not at all, and for this account only: a file that is there already would keep its mode. */
function writeHolder(folder: string, holder: Holder): void {
  const next = `${holderFile(folder)}.new`;
  writeFileSync(next, JSON.stringify(holder), { mode: 0o600 });
  renameSync(next, holderFile(folder));
}

function describeHolder(holder: Holder | null): string {
  if (!holder) return 'Another Bellhop'; // it holds the lock and has not written its name yet
  return `Bellhop’s ${holder.kind} (process ${holder.pid}, since ${holder.since})`;
}
