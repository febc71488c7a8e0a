import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.number(), kind: z.string(), since: z.string() });

/** Another Bellhop owns the data folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/**
 * One owner per data folder. The lock is SQLite's own on a file of its own: held by the operating system for the
 * life of this process, so a kill frees it, on all three systems. https://sqlite.org/lockingv3.html
 * @param kind what holds it, for the sentence a second process prints: "desktop app", "headless host"
 * @returns how to give it back
 * @throws FolderInUse with who holds it
 */
export function takeOwnership(folder: string, kind: string, now: Date): () => void {
  const holderFile = join(folder, 'owner.json');
  const lock = new Database(join(folder, 'owner.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new FolderInUse(`${describeHolder(holderFile)} already uses the data folder ${folder}.`);
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, kind, since: now.toISOString() }));
  return () => lock.close();
}

function describeHolder(file: string): string {
  try {
    const { kind, pid, since } = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return `Bellhop’s ${kind} (process ${pid}, since ${since})`;
  } catch {
    return 'Another Bellhop'; // it holds the lock and has not written its name yet
  }
}
