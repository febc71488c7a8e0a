import { globalShortcut } from 'electron';
import type { Host } from '../host.ts';

const TAKEN = 'The system doesn’t give this shortcut: another program most likely has it. Choose other keys.';
const UNKNOWN = 'This keyboard has no such keys. Choose others.';
/** https://github.com/electron/electron/issues/15863 */
const ON_WAYLAND =
  'On Wayland a program hears keys only while a window of the older kind (X11) has the focus. To have it everywhere, let your desktop’s own shortcuts start “bellhop”.';

/** One shortcut for the whole system, which calls `onPress`. */
export function createShortcuts(onPress: () => void): Host['setShortcut'] {
  return (keys) => {
    globalShortcut.unregisterAll();
    if (keys === null) return { works: true, text: null };
    const works = tryToRegister(keys, onPress);
    if (works === null) return { works: false, text: UNKNOWN };
    return { works, text: works ? (isWayland() ? ON_WAYLAND : null) : TAKEN };
  };
}

/** Null: what the system knows no keys for throws. */
function tryToRegister(keys: string, onPress: () => void): boolean | null {
  try {
    return globalShortcut.register(keys, onPress);
  } catch {
    return null;
  }
}

const isWayland = (): boolean =>
  process.platform === 'linux' &&
  (process.env.XDG_SESSION_TYPE === 'wayland' || !!process.env.WAYLAND_DISPLAY);
