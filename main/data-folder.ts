import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where Bellhop keeps its files: `--data`, else BELLHOP_DATA, else "Bellhop" in the system's folder for application data
 * (the one Electron's `app.getPath('userData')` names, so that the desktop and the terminal share it).
 */
export function dataFolder(flag?: string): string {
  const chosen = flag || process.env.BELLHOP_DATA;
  return chosen ? resolve(chosen) : join(applicationData(), 'Bellhop');
}

function applicationData(): string {
  if (process.platform === 'win32') return process.env.APPDATA || join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
}
