import { type Handlers, Refusal, type RequestParts } from './handlers.ts';

/** How Bellhop sits in the system: started with it, and brought up by keys. */
export function createDesktopRequests(
  parts: RequestParts,
): Pick<Handlers, 'setStartAtLogin' | 'setShortcut'> {
  const { host, settings, shortcut, changed } = parts;

  return {
    setStartAtLogin({ on }) {
      host.startAtLogin.set(on);
      const { on: now, text } = host.startAtLogin.read();
      changed.state();
      if (now !== on) throw new Refusal(text ?? 'The system didn’t take it. Look in its own settings.');
      return null;
    },
    setShortcut({ keys }) {
      const { works, text } = host.setShortcut(keys);
      if (works) settings.write({ ...settings.read(), shortcut: keys });
      shortcut.renew();
      changed.state();
      if (!works) throw new Refusal(text ?? 'The system doesn’t give this shortcut.');
      return null;
    },
  };
}
