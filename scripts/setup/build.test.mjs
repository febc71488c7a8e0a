import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceHash } from './build.mjs';

let checkout;
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
  writeFileSync(path.join(checkout, file), text);
};

beforeEach(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'bellhop-build-'));
  write('main/index.ts', 'one');
});
afterEach(() => rmSync(checkout, { recursive: true }));

test.each([
  ['a changed source', () => write('main/index.ts', 'two')],
  ['a new source', () => write('renderer/deep/new.tsx', '')],
  ['changed dependencies', () => write('package-lock.json', '{}')],
])('%s asks for a build', (_what, change) => {
  const before = sourceHash(checkout);
  change();
  expect(sourceHash(checkout)).not.toBe(before);
});

test.each([
  ['a test', () => write('main/index.test.ts', 'x')],
  ['a document', () => write('docs/page.md', 'x')],
  ['writing the same again', () => write('main/index.ts', 'one')],
])('%s asks for none', (_what, change) => {
  const before = sourceHash(checkout);
  change();
  expect(sourceHash(checkout)).toBe(before);
});
