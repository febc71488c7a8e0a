import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where electron-builder's --dir puts the program on each system. */
const places: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['dist/linux-unpacked/bellhop'],
  win32: ['dist/win-unpacked/Bellhop.exe', 'dist/win-arm64-unpacked/Bellhop.exe'],
  darwin: ['mac-arm64', 'mac'].map((folder) => `dist/${folder}/Bellhop.app/Contents/MacOS/Bellhop`),
};

/** The packaged app of this machine. @throws when there is none */
export function packagedApp(): string {
  const place = places[process.platform]?.map((file) => resolve(file)).find(existsSync);
  if (!place) throw new Error('There is no packaged app here; npm run test:packaged makes one.');
  return place;
}
