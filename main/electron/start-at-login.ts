import { app } from 'electron';
import { autostartFile, execValue, readAutostart, removeAutostart, writeAutostart } from '../autostart.ts';
import type { Host } from '../host.ts';
import { Refusal } from '../words/refusal.ts';

/**
 * Starting with the system, as the system has it: nothing is remembered here, for it is changed elsewhere too.
 * @param args what Bellhop is started with, so that it comes up hidden and on the same data folder
 */
export function createStartAtLogin(args: string[]): Host['startAtLogin'] {
  if (!app.isPackaged) {
    return {
      read: () => ({ on: false, can: false, says: ['inACheckout'] }),
      set: () => {
        throw new Refusal('inACheckout');
      },
    };
  }
  return process.platform === 'linux' ? onLinux(args) : bySettings(args);
}

/** macOS starts it without arguments: it was to come up hidden all the same. */
export function wasStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

function onLinux(args: string[]): Host['startAtLogin'] {
  const file = autostartFile(process.env);
  // An AppImage runs from a folder that is gone after it: https://docs.appimage.org/packaging-guide/environment-variables.html
  const command = [process.env.APPIMAGE ?? process.execPath, ...args];
  return {
    read() {
      try {
        const started = readAutostart(file);
        const isThis = started === null || started === execValue(command);
        return { on: started !== null, can: true, says: isThis ? null : ['anotherCopy'] };
      } catch (error) {
        return { on: false, can: false, says: ['unreadableFile', file, String(error)] };
      }
    },
    set: (on) => (on ? writeAutostart(file, command) : removeAutostart(file)),
  };
}

/** https://www.electronjs.org/docs/latest/api/app#appsetloginitemsettingssettings-macos-windows */
function bySettings(args: string[]): Host['startAtLogin'] {
  const windows = process.platform === 'win32';
  const quoted = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg));
  return {
    read() {
      const is = app.getLoginItemSettings(windows ? { args: quoted } : {});
      // Chosen, and turned off again in the Task Manager or the System Settings.
      const refused = windows
        ? is.openAtLogin && !is.executableWillLaunchAtLogin
        : is.status === 'requires-approval';
      return {
        on: is.openAtLogin && !refused,
        can: true,
        says: refused ? [windows ? 'offInTaskManager' : 'offInLoginItems'] : null,
      };
    },
    set: (on) => app.setLoginItemSettings({ openAtLogin: on, ...(windows ? { args: quoted } : {}) }),
  };
}
