import type { ShortcutState } from '../preload/contract.ts';
import type { Host, Unsaid } from './host.ts';

export type Shortcut = {
  state: () => Unsaid<ShortcutState>;
  /** Asks the system for the keys of the settings, in place of those before. */
  renew: () => void;
};

/** Keys that bring up the inbox, and whether the system gives them. @param chosen by the person */
export function createShortcut(host: Pick<Host, 'setShortcut'>, chosen: () => string | null): Shortcut {
  let given: ReturnType<Host['setShortcut']> = { works: true, says: null };
  return {
    state: () => ({ keys: chosen(), ...given }),
    renew() {
      given = host.setShortcut(chosen());
    },
  };
}
