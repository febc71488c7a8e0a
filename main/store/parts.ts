import { type Db, prepared } from './database.ts';

/** A file that is about to be written, and will be removed or renamed: said before it is there. */
export function notePart(db: Db, path: string): void {
  prepared(db, 'INSERT INTO parts VALUES (?)').run(path);
}

/** Once it isn't there any more under that name. */
export function forgetPart(db: Db, path: string): void {
  prepared(db, 'DELETE FROM parts WHERE path = ?').run(path);
}

/** The paths of those that may be there. */
export function listParts(db: Db): string[] {
  return prepared(db, 'SELECT path FROM parts').pluck().all() as string[];
}
