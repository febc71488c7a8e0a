import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../run/command.mjs';
import { step } from '../run/progress.mjs';
import { root } from './checkout.mjs';

const sources = ['main', 'markdown', 'preload', 'renderer', 'server', 'build'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts'];
const stamp = path.join(root, 'out', 'built-from.txt');

/** Builds the app into out/ unless what is there was built from these very sources. */
export async function ensureBuilt() {
  const hash = sourceHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  forgetBuild();
  const electronVite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await step('Building', () => runQuietly(process.execPath, [electronVite, 'build'], { cwd: root }));
  writeFileSync(stamp, hash);
}

/** Makes the next start build: for when something else is about to write to out/. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** A hash over every file that a build may read: names and contents, tests left out. */
export function sourceHash(checkout) {
  const hash = createHash('sha256');
  for (const file of [...sources.flatMap((folder) => filesUnder(checkout, folder)), ...files]) {
    const absolute = path.join(checkout, file);
    if (existsSync(absolute)) hash.update(`${file}\0`).update(readFileSync(absolute)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(checkout, folder) {
  const absolute = path.join(checkout, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.\w+$/.test(entry.name))
    .map((entry) => path.relative(checkout, path.join(entry.parentPath, entry.name)))
    .sort();
}
