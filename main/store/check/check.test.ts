import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../testing/folder.ts';
import { killWithLog, makeLarge } from '../../../testing/large-history.ts';
import { isDamage, openDatabase, openOrReplaceDatabase, suspectDamage } from '../database.ts';
import { checkInBackground } from './check.ts';

/** Opens a large history after an end that was none, and looks at it in a thread. */
function look(file: string) {
  const { db, unchecked, setAside } = openOrReplaceDatabase(file, new Date());
  onTestFinished(() => void db.close());
  expect([unchecked, setAside]).toEqual([true, null]);
  const [damage, errors]: [unknown[], unknown[]] = [[], []];
  const check = checkInBackground(
    db,
    (error) => damage.push(error),
    (error) => errors.push(error),
  );
  return { db, check, damage, errors };
}

function leaveLarge(broken: boolean): string {
  const file = join(temporaryFolder(), 'bellhop.db');
  makeLarge(file, { broken });
  killWithLog(file);
  return file;
}

test('after an end that was none a thread looks for damage, once, while the history is in use', async () => {
  const file = leaveLarge(false);
  const { db, check, damage, errors } = look(file);
  db.exec('CREATE TABLE meanwhile (x)');
  await check.over;
  expect([damage, errors]).toEqual([[], []]);
  db.close();
  const next = openOrReplaceDatabase(file, new Date());
  next.db.close();
  expect(next.unchecked).toBe(false);
});

test('damage that it finds is told as such', async () => {
  const { check, damage, errors } = look(leaveLarge(true));
  await check.over;
  expect([damage.map(isDamage), errors]).toEqual([[true], []]);
});

test('a check that is stopped before it is through tells nothing, and begins anew with the next start', async () => {
  const file = leaveLarge(true);
  const { db, check, damage } = look(file);
  await check.stop();
  expect(damage).toEqual([]);
  db.close();
  look(file);
});

test('where the thread can’t look that is told, and the next start tries again', async () => {
  const file = leaveLarge(false);
  const { db, check, damage, errors } = look(file);
  renameSync(file, `${file}.elsewhere`); // it opens the file by its name
  await check.over;
  expect([damage, errors]).toMatchObject([[], [{ code: 'SQLITE_CANTOPEN' }]]);
  renameSync(`${file}.elsewhere`, file);
  db.close();
  look(file);
});

test('a large history is looked at in full before all else only where damage was met', () => {
  const file = join(temporaryFolder(), 'bellhop.db');
  const setAside = () => {
    const opened = openOrReplaceDatabase(file, new Date());
    opened.db.close();
    return opened.setAside !== null;
  };
  makeLarge(file, { broken: true });
  expect(setAside()).toBe(false);
  const db = openDatabase(file);
  suspectDamage(db);
  db.close();
  expect(setAside()).toBe(true);
  expect(setAside()).toBe(false);
});
