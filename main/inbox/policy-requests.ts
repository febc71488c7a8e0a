import type { Hours, QuietHours, Rule } from '../../preload/contract.ts';
import { neverEnd } from '../policy/hours.ts';
import { mistakeIn } from '../policy/rules.ts';
import { isTimeZone, zoneOf } from '../policy/zone.ts';
import type { Settings } from '../settings/schema.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';
import { previewRule } from './preview.ts';

type PolicyRequests = Pick<Handlers, 'setRules' | 'previewRule' | 'setQuietHours' | 'setPaused'>;

/** Rules, quiet hours and pause as the window changes them. */
export function createPolicyRequests({ db, settings, changed, quiet }: RequestParts): PolicyRequests {
  const lay = (part: Partial<Settings>) => settings.write({ ...settings.read(), ...part });

  return {
    setRules({ rules }) {
      for (const rule of rules) refuseMistakes(rule);
      lay({ rules });
      changed.state();
      return null;
    },
    previewRule({ rule }) {
      const { rules, quietHours } = settings.read();
      return previewRule(db, rule, rules, zoneOf(quietHours.timeZone));
    },
    setQuietHours(quietHours) {
      refuseUnusable(quietHours);
      lay({ quietHours });
      quiet.look();
      return null;
    },
    setPaused({ until }) {
      lay({ paused: until });
      quiet.look();
      return null;
    },
  };
}

export function refuseMistakes(rule: Rule): void {
  const mistake = mistakeIn(rule);
  if (mistake !== null) throw new Refusal(...mistake);
}

/** What its schema can’t know. */
export function refuseUnusable({ enabled, hours, timeZone }: QuietHours): void {
  if (timeZone !== null && !isTimeZone(timeZone)) {
    throw new Refusal('unknownZone', timeZone);
  }
  if (enabled) refuseEndless(hours);
}

function refuseEndless(hours: Hours[]): void {
  if (neverEnd(hours)) throw new Refusal('endlessQuiet');
}
