import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The address of a socket is kept in 104 bytes on macOS and 108 on Linux, one of them a NUL. man 7 unix */
const MAX_PATH_BYTES = 100;

/**
 * Where the owner of a data folder listens; owner.json tells others. On Windows a pipe with a name that nobody can
 * guess and take first. Elsewhere a socket in the folder, or where its path is too long, in a private folder that
 * is named after it, so that the next start finds what a kill left behind.
 * @throws when that private folder is somebody else's, or can't be made
 */
export function socketAddress(folder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\bellhop-${randomBytes(16).toString('hex')}`;
  const inFolder = join(folder, 'owner.sock');
  return Buffer.byteLength(inFolder) <= MAX_PATH_BYTES ? inFolder : join(privateFolder(folder), 'owner.sock');
}

/** In /tmp anyone may have made a folder of that name first. */
function privateFolder(folder: string): string {
  const name = `bellhop-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const path = join(process.env.XDG_RUNTIME_DIR || tmpdir(), name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(path); // a link has a mode that is open to all
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new Error(`${path} is not a private folder of this account. Remove it, and start Bellhop again.`);
  }
  return path;
}
