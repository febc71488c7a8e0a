import { accessSync, constants, mkdirSync } from 'node:fs';

const reasons = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'that disk is read-only',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a file is where a folder should be',
};

/**
 * Makes the data folder, for this account only, unless it is there.
 * @param {string} folder
 * @throws {Error} in words, when it can't be written to
 */
export function ensureDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = reasons[error.code] ?? error.message;
    throw new Error(`The data folder ${folder} can't be used: ${reason}. Choose another with --data DIR.`);
  }
}
