import type { Hours, Match, Rule, Sound } from '../../preload/contract.ts';

type Priority = 1 | 2 | 3 | 4 | 5;

/** The words that a rule is told in; the catalogue has them. */
export type RuleWords = {
  described: {
    everything: string;
    text: (text: string) => string;
    regex: (pattern: string) => string;
    priority: (priority: string) => string;
    atLeast: (priority: string) => string;
    atMost: (priority: string) => string;
    between: (low: string, high: string) => string;
    hold: (until: string) => string;
  };
  actions: Record<Rule['action']['kind'], string>;
  soundChoices: Record<Sound, string>;
  priorities: Record<Priority, string>;
  /** How days and times of day are written. */
  day: (day: number) => string;
  clock: (time: string) => string;
  list: (items: string[]) => string;
  /** “What: which”. */
  of: (what: string, which: string) => string;
};

/** A rule's own name, or what it asks and does. */
export function describeRule(rule: Rule, words: RuleWords, sourceName: (id: string) => string): string {
  if (rule.name !== '') return rule.name;
  const { source, topic, text, regex, hours } = rule.match;
  const asked = [
    source === null ? null : sourceName(source),
    topic,
    text === null ? null : words.described.text(text),
    regex === null ? null : words.described.regex(regex),
    describePriority(rule.match, words),
    hours === null ? null : describeHours(hours, words),
  ].filter((part) => part !== null);
  return words.of(words.list(asked) || words.described.everything, describeAction(rule, words));
}

function describePriority({ minPriority, maxPriority }: Match, words: RuleWords): string | null {
  const { priority, atLeast, atMost, between } = words.described;
  const name = (of: number) => words.priorities[of as Priority];
  if (minPriority !== null && minPriority === maxPriority) return priority(name(minPriority));
  if (minPriority !== null && maxPriority !== null) return between(name(minPriority), name(maxPriority));
  if (minPriority !== null) return minPriority === 5 ? priority(name(5)) : atLeast(name(minPriority));
  if (maxPriority !== null) return maxPriority === 1 ? priority(name(1)) : atMost(name(maxPriority));
  return null;
}

function describeHours({ days, from, to }: Hours, words: RuleWords): string {
  const span = `${words.clock(from)}–${words.clock(to)}`;
  return days.length === 7 ? span : `${describeDays(days, words.day)} ${span}`;
}

/** Three or more in a row are told by their ends. The week begins on Monday, as in the editor. */
function describeDays(days: number[], name: (day: number) => string): string {
  const runs: number[][] = [];
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === (day + 6) % 7) last.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) =>
      run.length > 2 ? [run[0], run.at(-1)].map((day) => name(day ?? 0)).join('–') : run.map(name).join(' '),
    )
    .join(' ');
}

function describeAction({ action }: Rule, words: RuleWords): string {
  if (action.kind === 'sound') return words.soundChoices[action.sound];
  return action.kind === 'hold'
    ? words.described.hold(words.clock(action.until))
    : words.actions[action.kind];
}
