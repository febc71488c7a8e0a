import type { AppState } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import type { Host } from './host.ts';
import { readBadge } from './inbox/state.ts';

/** Keeps the tray true: with every state, and by `onDue` when the mere passing of time changes what it tells. */
export function createBadge(host: Pick<Host, 'badge'>, clock: Clock, onDue: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    show(state: AppState): void {
      const { badge, changesAt } = readBadge(state, clock());
      host.badge(badge);
      clearTimeout(timer);
      if (changesAt !== null) timer = setTimeout(onDue, changesAt - clock());
    },
    stop: () => clearTimeout(timer),
  };
}
