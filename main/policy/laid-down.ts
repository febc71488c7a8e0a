import type { Rule } from '../../preload/contract.ts';
import type { Settings } from '../settings/schema.ts';
import type { Message } from '../words/message.ts';
import type { PolicySettings } from './decide.ts';
import { pauseAt } from './pause.ts';
import { quietUntil } from './quiet.ts';
import { compileRules, type RuleSet } from './rules.ts';
import { zoneOf } from './zone.ts';

/** What the person has laid down, as it holds for a source at a moment (unix milliseconds). */
export function policyAt(
  { rules, paused, quietHours }: Settings,
  source: PolicySettings['source'],
  at: number,
): PolicySettings {
  return {
    source,
    rules: compiledOnce(rules),
    paused: pauseAt(paused, at) !== null,
    quiet: quietUntil(quietHours, at) !== null,
    urgentPasses: quietHours.urgentPasses,
    now: { at, zone: zoneOf(quietHours.timeZone) },
  };
}

/** The settings keep one and the same list until they change. */
const compiled = new WeakMap<readonly Rule[], RuleSet>();

function compiledOnce(rules: readonly Rule[]): RuleSet {
  const known = compiled.get(rules) ?? compileRules(rules);
  compiled.set(rules, known);
  return known;
}

/** Why rules can't match anything: a settings file may be written by hand. */
export function mistakesIn(rules: readonly Rule[]): Message[] {
  return compiledOnce(rules).mistakes;
}
