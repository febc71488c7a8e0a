import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { openDatabase } from '../main/store/database.ts';

/** Makes a history that is too large to be looked at before a start, closed in order; broken, its last page is no page. */
export function makeLarge(file: string, { broken }: { broken: boolean }): void {
  const db = openDatabase(file);
  db.exec('CREATE TABLE large (x BLOB); INSERT INTO large VALUES (zeroblob(70000000))');
  db.exec('CREATE TABLE filler (x TEXT)');
  db.prepare('INSERT INTO filler VALUES (?)').run('x'.repeat(3_000));
  db.close();
  if (!broken) return;
  const bytes = readFileSync(file);
  bytes.fill(0xff, bytes.length - 4096);
  writeFileSync(file, bytes);
}

/** Makes of a history what is left of it when Bellhop is killed: its log is not written back. */
export function killWithLog(file: string): void {
  const db = openDatabase(file);
  db.exec('CREATE TABLE last (x)');
  copyFileSync(`${file}-wal`, `${file}.log`);
  db.close();
  copyFileSync(`${file}.log`, `${file}-wal`);
}
