import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';

/** How Bellhop sits in the system: started with it, and brought up by keys. */
export function createDesktopRequests(
  parts: RequestParts,
): Pick<Handlers, 'setStartAtLogin' | 'setShortcut'> {
  const { host, settings, shortcut, changed } = parts;

  return {
    setStartAtLogin({ on }) {
      host.startAtLogin.set(on);
      const { on: now, says } = host.startAtLogin.read();
      changed.state();
      if (now !== on) throw new Refusal(...(says ?? (['loginNotTaken'] as const)));
      return null;
    },
    setShortcut({ keys }) {
      const { works, says } = host.setShortcut(keys);
      if (works) settings.write({ ...settings.read(), shortcut: keys });
      shortcut.renew();
      changed.state();
      if (!works) throw new Refusal(...(says ?? (['noShortcut'] as const)));
      return null;
    },
  };
}
