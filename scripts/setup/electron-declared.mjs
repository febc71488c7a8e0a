import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../run/command.mjs';
import { step } from '../run/progress.mjs';
import { cacheFolder } from './cache.mjs';
import { root } from './checkout.mjs';

// electron's npm package holds no binary: its install.js fetches one (100 MB) into node_modules/electron/dist.

const packageFolder = path.join(root, 'node_modules', 'electron');
const downloadLimitMs = 10 * 60_000;
const rememberFailureMs = 12 * 60 * 60_000;

/** The version of Electron that package-lock.json asks for. */
export function declaredVersion() {
  return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
}

/**
 * The declared Electron when its binary is there, else undefined.
 * @returns {{dist: string, executable: string, version: string} | undefined}
 */
export function presentElectron() {
  const version = declaredVersion();
  const dist = path.join(packageFolder, 'dist');
  if (read(path.join(dist, 'version'))?.replace(/^v/, '') !== version) return undefined;
  const executable = path.join(dist, executableName());
  return existsSync(executable) ? { dist, executable, version } : undefined;
}

/**
 * Downloads the declared Electron as its own package does. A failure is remembered for some hours, so that not
 * every start waits for a blocked host.
 * @returns {Promise<{ok: true} | {ok: false, reason: string}>}
 */
export async function downloadElectron() {
  const failureFile = path.join(cacheFolder(), `electron-${declaredVersion()}-download-failed.json`);
  const remembered = rememberedFailure(failureFile, Date.now());
  if (remembered) return { ok: false, reason: remembered };
  try {
    await step(`Downloading Electron ${declaredVersion()}`, () =>
      runQuietly(process.execPath, [path.join(packageFolder, 'install.js')], { timeoutMs: downloadLimitMs }),
    );
    return { ok: true };
  } catch (error) {
    const reason = shortReason(error.message);
    mkdirSync(path.dirname(failureFile), { recursive: true });
    writeFileSync(failureFile, JSON.stringify({ at: Date.now(), reason }));
    return { ok: false, reason };
  }
}

/**
 * Why the download failed when it did so lately, else undefined (also for a file that can't be read: then it is
 * simply tried again).
 */
export function rememberedFailure(file, now) {
  try {
    const { at, reason } = JSON.parse(readFileSync(file, 'utf8'));
    return now - at < rememberFailureMs && now >= at ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

function shortReason(message) {
  if (message.includes('was ended by SIGKILL')) return `not done within ${downloadLimitMs / 60_000} minutes`;
  return message.match(/^\w*Error: (.*)$/m)?.[1] ?? message.split('\n')[0];
}

function executableName() {
  if (process.platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
