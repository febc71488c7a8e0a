import type { Rule, RuleAction, RuleView } from '../../preload/contract.ts';

/** A rule that asks nothing yet, with an id of its own. */
export function blankRule(id: string): Rule {
  const match = { source: null, topic: null, text: null, regex: null };
  return {
    ...{ id, name: '', enabled: true },
    match: { ...match, minPriority: null, maxPriority: null, hours: null },
    action: { kind: 'quiet' },
  };
}

/** What the fields of an action begin with. */
export function blankAction(kind: RuleAction['kind']): RuleAction {
  if (kind === 'hold') return { kind, until: '08:00' };
  return kind === 'sound' ? { kind, sound: 'none' } : { kind };
}

/** Takes a rule's place, or adds it at the end. */
export function putRule(rules: Rule[], rule: Rule): Rule[] {
  const known = rules.some(({ id }) => id === rule.id);
  return known ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule];
}

/** A rule that was removed, back at its place. */
export function restoreRule(rules: Rule[], rule: Rule, at: number): Rule[] {
  return rules.some(({ id }) => id === rule.id) ? rules : rules.toSpliced(at, 0, rule);
}

/** As `setRules` takes it: without the counts that come with the state. */
export const withoutCounts = ({ id, name, enabled, match, action }: Rule): Rule => ({
  ...{ id, name, enabled, match, action },
});

/** As the state has them: with what they did so far. */
export function withCounts(rules: Rule[], known: RuleView[]): RuleView[] {
  const counts = new Map(known.map(({ id, matched, lastAt }) => [id, { matched, lastAt }]));
  return rules.map((rule) => ({ ...rule, ...(counts.get(rule.id) ?? { matched: 0, lastAt: null }) }));
}
