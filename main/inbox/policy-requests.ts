import { type Handlers, Refusal, type RequestParts } from './handlers.ts';

type PolicyRequests = Pick<Handlers, 'setRules' | 'previewRule' | 'setQuietHours' | 'setPaused'>;

/** Rules, quiet hours and pause as the window changes them. */
export function createPolicyRequests({ settings, changed }: RequestParts): PolicyRequests {
  return {
    setRules({ rules }) {
      settings.write({ ...settings.read(), rules });
      changed.state();
      return null;
    },
    previewRule() {
      throw new Refusal('Rules can’t be tried yet.');
    },
    setQuietHours(quietHours) {
      settings.write({ ...settings.read(), quietHours });
      changed.state();
      return null;
    },
    setPaused({ until }) {
      settings.write({ ...settings.read(), paused: until });
      changed.state();
      return null;
    },
  };
}
