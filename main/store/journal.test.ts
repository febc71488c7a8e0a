import { expect, test } from 'vitest';
import { temporaryDatabase } from '../../testing/database.ts';
import { en } from '../words/en.ts';
import { GAP_ROWS, JOURNAL_ROWS, type JournalEntry, listGaps, readJournal, writeJournal } from './journal.ts';

const entry = (at: number, source: string | null = 's'): JournalEntry => ({
  ...{ at, source, kind: 'connected', says: ['caughtUp', at], detail: null, span: null },
});

test('the journal of a source reads newest first', () => {
  const db = temporaryDatabase();
  const entries = [entry(1), entry(2, 't'), entry(3, null), entry(4)];
  for (const one of entries) writeJournal(db, one);
  expect(readJournal(db, 's', 10).map(({ at }) => at)).toEqual([4, 1]);
  expect(readJournal(db, 's', 1)).toEqual([
    {
      ...{ id: 4, at: 4, source: 's', kind: 'connected', detail: null, span: null },
      ...{ text: 'caught up: 4 new', says: '["caughtUp",4]' },
    },
  ]);
});

test('the journal is bounded: the oldest entries go', () => {
  const db = temporaryDatabase();
  db.transaction(() => {
    for (let at = 1; at <= JOURNAL_ROWS + 50; at++) writeJournal(db, entry(at));
  })();
  const all = readJournal(db, 's', 2 * JOURNAL_ROWS);
  expect(all).toHaveLength(JOURNAL_ROWS);
  expect([all[0]?.at, all.at(-1)?.at]).toEqual([JOURNAL_ROWS + 50, 51]);
});

test('a gap outlives the lines of others, but not for ever', () => {
  const db = temporaryDatabase();
  writeJournal(db, { ...entry(1), source: 'quiet', kind: 'gap', span: { from: 1, to: 2 } });
  const fill = (rows: number) =>
    db.transaction(() => {
      for (let at = 1; at <= rows; at++) writeJournal(db, entry(at));
    })();
  fill(JOURNAL_ROWS);
  expect(readJournal(db, 'quiet', 9)).toHaveLength(1);
  expect(readJournal(db, 's', 2 * JOURNAL_ROWS)).toHaveLength(JOURNAL_ROWS);
  db.prepare('UPDATE sqlite_sequence SET seq = ? WHERE name = ?').run(GAP_ROWS, 'journal');
  fill(1);
  expect(readJournal(db, 'quiet', 9)).toEqual([]);
});

test('what a server says at length is cut', () => {
  const db = temporaryDatabase();
  writeJournal(db, { ...entry(1), detail: 'x'.repeat(12_000) });
  expect(readJournal(db, 's', 1)[0]?.detail).toHaveLength(1_000);
});

test('gaps are found by when they ended, of one source or of all, newest first', () => {
  const db = temporaryDatabase();
  const gap = (from: number, to: number, source: string) =>
    writeJournal(db, {
      at: to,
      source,
      kind: 'gap',
      says: ['serverForgot'],
      detail: null,
      span: { from, to },
    });
  gap(100, 200, 's');
  gap(150, 300, 't');
  gap(350, 400, 's');
  writeJournal(db, { at: 250, source: 's', kind: 'failed', says: ['notLearned'], detail: null, span: null });
  const found = (source: string | null, from: number, to: number) =>
    listGaps(db, source, { from, to }).map((one) => one.to);
  expect(found(null, 0, 1_000)).toEqual([400, 300, 200]);
  expect(found('s', 0, 1_000)).toEqual([400, 200]);
  expect(found(null, 200, 300)).toEqual([300]);
  expect(readJournal(db, 't', 1)[0]?.span).toEqual({ from: 150, to: 300 });
  expect(listGaps(db, 't', { from: 0, to: 300 })).toEqual([
    { id: 2, source: 't', from: 150, to: 300, text: en.messages.serverForgot, says: '["serverForgot"]' },
  ]);
});
