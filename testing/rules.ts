import type { Match, Rule, RuleAction } from '../preload/contract.ts';

const ANYTHING: Match = {
  ...{ source: null, topic: null, text: null, regex: null },
  ...{ minPriority: null, maxPriority: null, hours: null },
};

/** A rule with the parts that a test is about; `kind` stands for an action that needs no more. */
export function rule(
  id: string,
  match: Partial<Match>,
  action: RuleAction | 'toast' | 'quiet' | 'none' | 'archive' | 'urgent' = 'quiet',
): Rule {
  return {
    ...{ id, name: `Rule ${id}`, enabled: true },
    match: { ...ANYTHING, ...match },
    action: typeof action === 'string' ? { kind: action } : action,
  };
}
