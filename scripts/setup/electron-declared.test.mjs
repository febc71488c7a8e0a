import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rememberedFailure } from './electron-declared.mjs';

const hour = 60 * 60_000;

test('a failed download is remembered for half a day', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bellhop-download-'));
  const file = path.join(folder, 'failed.json');
  try {
    expect(rememberedFailure(file, 0)).toBeUndefined();
    writeFileSync(file, JSON.stringify({ at: 100 * hour, reason: 'fetch failed' }));
    expect(rememberedFailure(file, 111 * hour)).toBe('fetch failed');
    expect(rememberedFailure(file, 113 * hour)).toBeUndefined();
    writeFileSync(file, '{half a file');
    expect(rememberedFailure(file, 101 * hour)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
