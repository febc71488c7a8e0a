import { runQuietly } from './command.mjs';

/** Whether a window can be shown. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** What Electron must be told to start at all: Chromium refuses to run as root with its sandbox on. */
export function rootArguments(uid = process.getuid?.(), platform = process.platform) {
  return platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
}

/**
 * The shared libraries that a program needs and this Linux lacks (Electron needs GTK, NSS and some more).
 * @returns {Promise<string[]>} file names such as libgtk-3.so.0
 */
export async function missingLibraries(executable, platform = process.platform) {
  if (platform !== 'linux') return [];
  const report = await runQuietly('ldd', [executable]);
  return [...new Set([...report.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]))];
}
