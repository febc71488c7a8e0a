import { rm } from 'node:fs/promises';
import type { Db } from '../store/database.ts';
import { forgetPart, listParts } from '../store/parts.ts';

/**
 * Removes what an earlier run was saving when it was cut off: those files only that it noted as its own. One that can't be
 * removed is tried again at the next start. Never rejects.
 */
export async function removeLeftParts(db: Db): Promise<void> {
  for (const path of listParts(db)) {
    try {
      await rm(path, { force: true });
      forgetPart(db, path);
    } catch (error) {
      console.error('What was left of a download could not be removed:', error);
    }
  }
}
