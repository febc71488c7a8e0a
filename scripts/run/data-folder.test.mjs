import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureDataFolder } from './data-folder.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bellhop-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a missing folder is made for this account only, and one that is there is used', () => {
  const data = path.join(folder, 'my data');
  ensureDataFolder(data);
  ensureDataFolder(data);
  if (process.platform !== 'win32') expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('a file in its place, or on the way to it, is refused in words', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(() => ensureDataFolder(file)).toThrow(
    `The data folder ${file} can't be used: there is a file of that name. Choose another with --data DIR.`,
  );
  expect(() => ensureDataFolder(path.join(file, 'below'))).toThrow("can't be used");
});
