import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cached, cacheFolder } from './cache.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bellhop-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fillWith = (text) => async (entry) => writeFileSync(path.join(entry, 'file'), text);

test('an entry is filled once and kept', async () => {
  const first = await cached('thing', fillWith('one'), folder);
  const second = await cached('thing', fillWith('two'), folder);
  expect(second).toBe(first);
  expect(readFileSync(path.join(second, 'file'), 'utf8')).toBe('one');
});

test('a filling that fails leaves nothing, and the next one starts anew', async () => {
  const fails = async (entry) => {
    writeFileSync(path.join(entry, 'half'), '');
    throw new Error('cut off');
  };
  await expect(cached('thing', fails, folder)).rejects.toThrow('cut off');
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(await cached('thing', fillWith('whole'), folder))).toEqual(['file']);
});

test('two that fill the same entry at once both get a whole one', async () => {
  const entries = await Promise.all([
    cached('thing', fillWith('same'), folder),
    cached('thing', fillWith('same'), folder),
  ]);
  expect(entries[0]).toBe(entries[1]);
  expect(readdirSync(folder)).toEqual(['thing']);
  expect(readFileSync(path.join(entries[0], 'file'), 'utf8')).toBe('same');
});

test('what a killed filler left is removed after a day, and not before', async () => {
  const old = path.join(folder, '.filling-old-1');
  const fresh = path.join(folder, '.filling-fresh-1');
  for (const leftover of [old, fresh]) mkdirSync(leftover);
  const yesterday = Date.now() / 1000 - 25 * 3600;
  utimesSync(old, yesterday, yesterday);
  await cached('thing', fillWith('x'), folder);
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
});

test('BELLHOP_CACHE wins over each platform’s usual place', () => {
  expect(cacheFolder({ BELLHOP_CACHE: '/some/where' }, 'linux', '/home/p')).toBe(path.resolve('/some/where'));
  expect(cacheFolder({}, 'linux', '/home/p')).toBe(path.join('/home/p', '.cache', 'bellhop'));
  expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' }, 'linux', '/home/p')).toBe(path.join('/xdg', 'bellhop'));
  expect(cacheFolder({}, 'darwin', '/Users/p')).toBe(path.join('/Users/p', 'Library', 'Caches', 'bellhop'));
  expect(cacheFolder({ LOCALAPPDATA: 'L' }, 'win32', 'H')).toBe(path.join('L', 'bellhop', 'Cache'));
});
