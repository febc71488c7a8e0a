import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDatabase } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { listParts, notePart } from '../store/parts.ts';
import { removeLeftParts } from './left-parts.ts';

test('what was noted goes, and nothing else, however much it looks like it', async () => {
  const db = temporaryDatabase();
  const folder = temporaryFolder();
  const [left = '', gone = ''] = ['.a.mp4.0a1b2c3d.part', '.b.mp4.0a1b2c3d.part'].map((name) =>
    join(folder, name),
  );
  for (const path of [left, gone]) notePart(db, path);
  writeFileSync(left, 'film');
  writeFileSync(join(folder, '.c.mp4.0a1b2c3d.part'), 'another program’s');
  await removeLeftParts(db);
  expect(readdirSync(folder)).toEqual(['.c.mp4.0a1b2c3d.part']);
  expect(listParts(db)).toEqual([]);
});

test('one that can’t be removed keeps none of the others, and is tried again', async () => {
  const db = temporaryDatabase();
  const folder = temporaryFolder();
  const [stuck = '', left = ''] = ['a.part', 'b.part'].map((name) => join(folder, name));
  for (const path of [stuck, left]) notePart(db, path);
  mkdirSync(stuck); // `rm` without `recursive` refuses folders
  writeFileSync(left, 'film');
  await removeLeftParts(db);
  expect(readdirSync(folder)).toEqual(['a.part']);
  expect(listParts(db)).toEqual([stuck]);
});
