import { renameSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDatabase } from '../../../testing/database.ts';
import type { Db } from '../database.ts';
import { createWriteBack, logIsShort } from './write-back.ts';

/** Pages that are in the log, and how many of them are in the file too. */
const log = (db: Db) =>
  (db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]).map(
    ({ log, checkpointed }) => ({ log, left: log - checkpointed }),
  )[0];
const writePages = (db: Db, pages: number) => {
  const insert = db.prepare('INSERT INTO filler VALUES (zeroblob(4000))');
  for (let n = 0; n < pages; n++) insert.run();
};

function watched(errors: unknown[] = []) {
  const db = temporaryDatabase();
  db.exec('CREATE TABLE filler (x BLOB)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const writeBack = createWriteBack(db, (error) => errors.push(error));
  onTestFinished(writeBack.stop);
  return { db, writeBack };
}

test('who commits leaves the log alone, and a thread writes it back when it is long', async () => {
  const { db, writeBack } = watched();
  writePages(db, 300);
  await writeBack.look();
  expect(log(db)?.left).toBeGreaterThanOrEqual(600); // each takes its page and the table's
  writePages(db, 600);
  const before = log(db);
  expect(before?.left).toBe(before?.log); // all by main, none written back
  await logIsShort(db);
  expect(log(db)?.left).toBe(0);
});

test('it is written back while others commit, and once at a time', async () => {
  const { db, writeBack } = watched();
  writePages(db, 600);
  const done = writeBack.look();
  expect(writeBack.look()).toBe(done);
  writePages(db, 10);
  await done;
  expect(log(db)?.left).toBeLessThan(100);
  expect(db.prepare('SELECT count(*) FROM filler').pluck().get()).toBe(610);
});

test('where the thread fails main does it itself, and nobody waits', async () => {
  const errors: unknown[] = [];
  const { db, writeBack } = watched(errors);
  writePages(db, 600);
  renameSync(db.name, `${db.name}.elsewhere`);
  await writeBack.look();
  expect(errors).toHaveLength(1);
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1_000);
  await writeBack.look();
  expect(errors).toHaveLength(1);
});
