import { globalShortcut } from 'electron';
import type { Host } from '../host.ts';

/** One shortcut for the whole system, which calls `onPress`. */
export function createShortcuts(onPress: () => void): Host['setShortcut'] {
  return (keys) => {
    globalShortcut.unregisterAll();
    if (keys === null) return { works: true, says: null };
    const works = tryToRegister(keys, onPress);
    if (works === null) return { works: false, says: ['noSuchKeys'] };
    if (!works) return { works, says: ['shortcutTaken'] };
    return { works, says: isWayland() ? ['shortcutOnWayland'] : null };
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

/** https://github.com/electron/electron/issues/15863 */
const isWayland = (): boolean =>
  process.platform === 'linux' &&
  (process.env.XDG_SESSION_TYPE === 'wayland' || !!process.env.WAYLAND_DISPLAY);
