import type { Problems } from './problems.ts';
import type { Db } from './store/database.ts';
import { type JournalEntry, writeJournal } from './store/journal.ts';

const UNWRITTEN_KEPT = 100;

/** Writes the journal; of a full disk it tells when that is over. Never throws: feeds write in the middle of their loops. */
export function createJournal(db: Db, problems: Problems): (entry: JournalEntry) => void {
  const unwritten: JournalEntry[] = [];
  return (entry) => {
    unwritten.push(entry);
    try {
      while (unwritten[0]) {
        writeJournal(db, unwritten[0]);
        unwritten.shift();
      }
      problems.dismiss('journal');
    } catch (error) {
      problems.report('journal', ['journalFailed'], String(error));
      unwritten.splice(0, unwritten.length - UNWRITTEN_KEPT);
    }
  };
}
