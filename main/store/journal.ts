import { type Db, prepared } from './database.ts';

/** The record behind "why did I (not) see this?", beside the verdicts and toast results. */
export type JournalKind =
  | 'connected'
  | 'ended'
  | 'failed'
  | 'stopped'
  | 'caught-up'
  | 'unreadable'
  | 'oversized'
  | 'woke'
  | 'problem';

export type JournalEntry = {
  at: number;
  source: string | null;
  kind: JournalKind;
  text: string;
  detail: string | null;
};

/** Enough for weeks of ordinary life; a server that fails every second can't fill the disk. */
export const JOURNAL_ROWS = 20_000;

export function writeJournal(db: Db, entry: JournalEntry): void {
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO journal (at, source, kind, text, detail) VALUES (@at, @source, @kind, @text, @detail)',
  ).run(entry);
  prepared(db, 'DELETE FROM journal WHERE id <= ?').run(Number(lastInsertRowid) - JOURNAL_ROWS);
}

/** What happened to a source, newest first. */
export function readJournal(db: Db, source: string, limit: number): (JournalEntry & { id: number })[] {
  return prepared(
    db,
    'SELECT id, at, source, kind, text, detail FROM journal WHERE source = ? ORDER BY id DESC LIMIT ?',
  ).all(source, limit) as (JournalEntry & { id: number })[];
}
