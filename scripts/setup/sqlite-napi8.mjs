import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../run/command.mjs';
import { step } from '../run/progress.mjs';
import { cached } from './cache.mjs';
import { root } from './checkout.mjs';
import { nodeHeaders } from './node-headers.mjs';

// better-sqlite3's prebuilt binary needs Node-API 10 and aborts on Electron 25, which has 8. A build for 8 runs
// on every newer Node and Electron as well. better-sqlite3 prefers build/Release/ to its prebuilt binaries.

const header = fileURLToPath(new URL('napi8.h', import.meta.url));
const packageFolder = path.join(root, 'node_modules', 'better-sqlite3');
const buildFolder = path.join(packageFolder, 'build');
const placed = path.join(buildFolder, 'Release', 'better_sqlite3.node');
const placedMark = path.join(buildFolder, 'placed-by-bellhop.txt');

/** Puts the Node-API 8 build of better-sqlite3 where it is loaded from, building it (a minute) the first time. */
export async function placeNapi8Sqlite() {
  const entry = await cached(entryName(), (folder) =>
    step('Building better-sqlite3 for the fallback Electron', () => build(folder)),
  );
  const mark = path.basename(entry);
  if (existsSync(placed) && existsSync(placedMark) && readFileSync(placedMark, 'utf8') === mark) return;
  mkdirSync(path.dirname(placed), { recursive: true });
  const aside = `${placed}.${process.pid}`;
  copyFileSync(path.join(entry, 'better_sqlite3.node'), aside);
  renameSync(aside, placed); // a program that has the old one open keeps it
  writeFileSync(placedMark, mark);
}

/** Takes the Node-API 8 build away again, so that the prebuilt binary is used. A build of somebody else's stays. */
export function removeNapi8Sqlite() {
  if (existsSync(placedMark)) rmSync(buildFolder, { recursive: true, force: true });
}

function entryName() {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const recipe = createHash('sha256').update(readFileSync(header)).digest('hex').slice(0, 8);
  return `better-sqlite3-${version}-napi8-${recipe}-${process.platform}-${process.arch}`;
}

async function build(folder) {
  const sources = path.join(folder, 'sources');
  cpSync(packageFolder, sources, {
    recursive: true,
    filter: (file) => file !== buildFolder && path.basename(file) !== 'prebuilds',
  });
  const nodeModules = path.join(root, 'node_modules');
  // A copy, found from the sources: what a checkout's path may hold ("&", say) would be the shell's in make's commands.
  const addonApi = path.join('node_modules', 'node-addon-api');
  cpSync(path.join(root, addonApi), path.join(sources, addonApi), { recursive: true });
  copyFileSync(header, path.join(sources, 'napi8.h'));
  const headers = nodeHeaders();
  await runQuietly(
    process.execPath,
    [
      path.join(nodeModules, 'node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      ...(headers ? [`--nodedir=${headers}`] : []), // without, node-gyp downloads them
    ],
    {
      cwd: sources,
      timeoutMs: 15 * 60_000,
      // Relative to build/, where make runs: an absolute path in its flags may hold no spaces.
      env: { ...process.env, CXXFLAGS: '-include ../napi8.h', CPLUS_INCLUDE_PATH: path.join('..', addonApi) },
    },
  ).catch((error) => {
    throw new Error(
      `${error.message}\n\nbetter-sqlite3 could not be built for the fallback Electron (above). It needs g++, make, python3 ` +
        "and Node's headers (Debian: apt-get install g++ make python3).\nWithout Electron: npm start -- --headless",
    );
  });
  renameSync(
    path.join(sources, 'build', 'Release', 'better_sqlite3.node'),
    path.join(folder, 'better_sqlite3.node'),
  );
  rmSync(sources, { recursive: true, force: true });
}
