import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const unfinished = '.filling-';

/**
 * The folder for what is fetched or built once per machine: outside the checkout, so that a second clone
 * shares it. BELLHOP_CACHE overrides the platform's usual place
 * (https://specifications.freedesktop.org/basedir-spec/latest/ on Linux).
 */
export function cacheFolder(env = process.env, platform = process.platform, home = os.homedir()) {
  if (env.BELLHOP_CACHE) return path.resolve(env.BELLHOP_CACHE);
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'bellhop', 'Cache');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'bellhop');
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'bellhop');
}

/**
 * Returns the cache entry `name`, made by `fill(folder)` when it is missing. It is filled aside and renamed
 * into place, so an entry that exists is whole; of two fillers at once, the second's work is thrown away.
 * @param {string} name one path segment that names everything the entry depends on
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the entry's absolute path
 */
export async function cached(name, fill, root = cacheFolder()) {
  const entry = path.join(root, name);
  if (isFolder(entry)) return entry;
  mkdirSync(root, { recursive: true });
  removeLeftovers(root);
  const aside = mkdtempSync(path.join(root, `${unfinished}${name}-`));
  try {
    const filled = path.join(aside, 'entry');
    mkdirSync(filled);
    await fill(filled);
    try {
      renameSync(filled, entry);
    } catch (error) {
      if (!isFolder(entry)) throw error;
    }
    return entry;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

// Of fillers that were killed. Nothing takes a day to fill.
function removeLeftovers(root) {
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(unfinished))) {
    const folder = path.join(root, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 24 * 60 * 60_000) rmSync(folder, { recursive: true, force: true });
  }
}

function isFolder(file) {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
