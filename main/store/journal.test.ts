import { expect, test } from 'vitest';
import { temporaryDatabase } from '../../testing/database.ts';
import { JOURNAL_ROWS, readJournal, writeJournal } from './journal.ts';

const entry = (at: number, source: string | null = 's') => ({
  ...{ at, source, kind: 'connected', text: `entry ${at}`, detail: null },
});

test('the journal of a source reads newest first', () => {
  const db = temporaryDatabase();
  const entries = [entry(1), entry(2, 't'), entry(3, null), entry(4)] as Parameters<typeof writeJournal>[1][];
  for (const one of entries) writeJournal(db, one);
  expect(readJournal(db, 's', 10)).toMatchObject([entries[3], entries[0]] as object[]);
  expect(readJournal(db, 's', 1)).toMatchObject([entries[3]] as object[]);
});

test('the journal is bounded: the oldest entries go', () => {
  const db = temporaryDatabase();
  db.transaction(() => {
    for (let at = 1; at <= JOURNAL_ROWS + 50; at++) writeJournal(db, { ...entry(at), kind: 'connected' });
  })();
  const all = readJournal(db, 's', 2 * JOURNAL_ROWS);
  expect(all).toHaveLength(JOURNAL_ROWS);
  expect([all[0]?.at, all.at(-1)?.at]).toEqual([JOURNAL_ROWS + 50, 51]);
});
