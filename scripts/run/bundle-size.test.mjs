import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleSize } from './bundle-size.mjs';

/** Text that gzip can make little of. */
const noise = (bytes) => `/* ${randomBytes(bytes * 0.5).toString('hex')} */`;

test('what the page names and imports counts as loaded at first, what is imported later only in all', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bellhop-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'assets'));
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  write('index.html', '<script src="./assets/index.js"></script><link href="./assets/index.css">');
  write('assets/index.js', `import{a as b}from"./shared.js";import("./later.js");${noise(10_000)}`);
  write('assets/shared.js', noise(20_000));
  write('assets/later.js', noise(40_000));
  write('assets/index.css', noise(10_000));
  write('assets/picture.png', noise(100_000));
  const { first, all } = bundleSize(folder);
  expect(first).toBeGreaterThan(20_000);
  expect(first).toBeLessThan(26_000);
  expect(all - first).toBeGreaterThan(20_000);
  expect(all - first).toBeLessThan(26_000);
});
