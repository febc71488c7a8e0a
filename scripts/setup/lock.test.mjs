import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { underLock } from './lock.mjs';

let folder;
let lock;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bellhop-lock-'));
  lock = path.join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the second waits until the first is done, and is told so once', async () => {
  const order = [];
  const told = [];
  let finishFirst;
  const first = underLock(lock, async () => {
    await new Promise((resolve) => {
      finishFirst = resolve;
    });
    order.push('first');
  });
  const second = underLock(
    lock,
    async () => order.push('second'),
    (holder) => {
      told.push(holder);
      finishFirst();
    },
  );
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
  expect(told).toEqual([process.pid]);
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a process that is gone is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lock, String(pid));
  expect(await underLock(lock, async () => readFileSync(lock, 'utf8'))).toBe(String(process.pid));
});

test('work that fails gives the lock back', async () => {
  const fails = underLock(lock, async () => {
    throw new Error('no');
  });
  await expect(fails).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('a process that exits under the lock gives it back', () => {
  const script = `
    import { underLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)};
    await underLock(${JSON.stringify(lock)}, async () => process.exit(7));`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).status).toBe(7);
  expect(existsSync(lock)).toBe(false);
});
