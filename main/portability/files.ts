import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import type { PlainMessage } from '../words/message.ts';
import { Refusal } from '../words/refusal.ts';

const WORDS: Record<string, PlainMessage> = {
  ENOSPC: ['noSpace'],
  EDQUOT: ['noSpace'],
  EACCES: ['noPermission'],
  EPERM: ['noPermission'],
  EROFS: ['readOnlyPlace'],
  ENOENT: ['noSuchFile'],
  EISDIR: ['isAFolder'],
  EBUSY: ['openElsewhere'],
};

/** What went wrong with a file the person chose, in words, with what the system says. */
export function explainFileError(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const words = WORDS[code];
  return words ? new Refusal('fileTrouble', words, message) : new Refusal('asIs', message);
}

/** Where a file is written until it is whole; beside it, so that it can take its place at once. */
export const partOf = (file: string): string => `${file}.${randomBytes(4).toString('hex')}.part`;

/** Whole or not at all, and for this account only. @throws Refusal */
export async function writeWhole(file: string, text: string): Promise<void> {
  const part = partOf(file);
  try {
    await writeFile(part, text, { mode: 0o600, flag: 'wx', flush: true });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw explainFileError(error);
  }
}

/** @throws Refusal, also for what is larger than `maxBytes` or no plain file */
export async function readBounded(file: string, maxBytes: number): Promise<string> {
  try {
    // A pipe that nobody writes to would keep it waiting. Windows has no such flag.
    const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await opened.stat();
      if (!stat.isFile()) throw new Refusal('notAFile');
      if (stat.size > maxBytes) throw new Refusal('tooLargeForSettings');
      return await opened.readFile('utf8');
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw explainFileError(error);
  }
}
