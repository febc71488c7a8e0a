import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDatabase } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openDatabase } from '../store/database.ts';
import { en } from '../words/en.ts';
import { checkStore } from './store-step.ts';

test('a store that takes what comes: the trial leaves no trace', () => {
  const db = temporaryDatabase();
  expect(checkStore(en, db)).toMatchObject({
    result: 'ok',
    text: expect.stringMatching(/^The history can be written; \d+ [MG]B are free\.$/),
  });
  expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(0);
  expect(db.inTransaction).toBe(false);
});

test('a full disk', () => {
  const db = temporaryDatabase();
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  expect(checkStore(en, db)).toEqual({
    step: 'store',
    result: 'failed',
    text: 'The history can’t be written: the disk is full.',
    advice: expect.stringContaining('Make room'),
  });
  expect(db.inTransaction).toBe(false);
});

test('a file that may only be read', () => {
  const file = join(temporaryFolder(), 'bellhop.db');
  openDatabase(file).close();
  const db = new Database(file, { readonly: true });
  onTestFinished(() => void db.close());
  expect(checkStore(en, db)).toMatchObject({
    text: 'The history can’t be written: the file may only be read.',
    advice: expect.stringContaining('data folder'),
  });
});

test('another program that holds the history', () => {
  const db = temporaryDatabase();
  db.pragma('busy_timeout = 0');
  const other = new Database(db.name);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  expect(checkStore(en, db)).toMatchObject({ text: expect.stringContaining('another program holds it') });
});
