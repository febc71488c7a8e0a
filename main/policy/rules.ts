import type { Hours, Match, Rule, RuleAction, Sound } from '../../preload/contract.ts';
import { URGENT } from '../notice.ts';
import type { Message } from '../words/message.ts';
import { isWithin } from './hours.ts';
import { BadPattern, compilePatterns, type Patterns, sizeOf } from './pattern.ts';

/** What a rule looks at. */
export type Subject = {
  source: string;
  title: string | null;
  body: string;
  topic: string | null;
  priority: number;
};
/** A moment (unix milliseconds), and the time zone that times of day are meant in. */
export type Moment = { at: number; zone: string };

/** A subject as all rules share it: its text is cut, folded and searched for patterns once, when the first one asks. */
type Looked = Subject & { folded: () => string; patterns: () => ReadonlySet<string> };

type Test = (looked: Looked, moment: Moment) => boolean;

/** Rules that are turned on, ready to be asked many times. */
export type RuleSet = {
  rules: readonly { rule: Rule; matches: Test }[];
  patterns: Patterns;
  /** Why some can't match anything. They are left out. */
  mistakes: Message[];
};

export const NO_RULES: RuleSet = { rules: [], patterns: () => new Set(), mistakes: [] };

/** The rule that took part, as it was called then, and what it did. */
export type AppliedRule = { id: string; name: string; kind: RuleAction['kind'] };

/** What rules say about a notice. */
export type Outcome = {
  applied: AppliedRule[];
  /** What becomes of it; null: no rule says. */
  action: Exclude<RuleAction, { kind: 'urgent' | 'sound' }> | null;
  priority: number;
  sound: Sound | null;
};

/** Rules look at so much of a notice: a server may send a megabyte. */
export const TEXT_CHARS = 10_000;

/** Never throws: what is wrong with a rule is among the mistakes. */
export function compileRules(rules: readonly Rule[]): RuleSet {
  const mistakes: Message[] = [];
  const usable = rules.filter((rule) => {
    const mistake = rule.enabled ? mistakeIn(rule) : null;
    if (mistake !== null) mistakes.push(mistake);
    return rule.enabled && mistake === null;
  });
  return {
    rules: usable.map((rule) => ({ rule, matches: compileMatch(rule.match) })),
    patterns: compilePatterns(usable.flatMap(({ match }) => match.regex ?? [])),
    mistakes,
  };
}

/** Why a rule can't be used; null when it can. */
export function mistakeIn({ name, match }: Rule): Message | null {
  try {
    if (match.regex !== null) sizeOf(match.regex);
    return null;
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    return name ? ['inRule', error.says, name] : error.says;
  }
}

/**
 * Asks the rules in their order. `urgent` and `sound` change the notice and go on (of several sounds the first holds); the
 * first of any other kind decides.
 */
export function applyRules({ rules, patterns }: RuleSet, subject: Subject, moment: Moment): Outcome {
  const looked = lookAt(subject, patterns);
  const applied: AppliedRule[] = [];
  let sound: Sound | null = null;
  for (const { rule, matches } of rules) {
    if (!matches(looked, moment)) continue;
    const { id, name, action } = rule;
    applied.push({ id, name, kind: action.kind });
    if (action.kind === 'urgent') looked.priority = URGENT;
    else if (action.kind === 'sound') sound ??= action.sound;
    else return { applied, action, priority: looked.priority, sound };
  }
  return { applied, action: null, priority: looked.priority, sound };
}

function lookAt(subject: Subject, patterns: Patterns): Looked {
  const text = `${subject.title ?? ''}\n${subject.body.slice(0, TEXT_CHARS)}`.slice(0, TEXT_CHARS);
  return { ...subject, folded: once(() => fold(text)), patterns: once(() => patterns(text)) };
}

function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The cheap questions first. */
function compileMatch({ source, topic, text, regex, minPriority, maxPriority, hours }: Match): Test {
  const tests: (Test | null)[] = [
    source === null ? null : (subject) => subject.source === source,
    minPriority === null ? null : (subject) => subject.priority >= minPriority,
    maxPriority === null ? null : (subject) => subject.priority <= maxPriority,
    topic === null ? null : isTopic(topic),
    hours === null ? null : isDuring(hours),
    text === null ? null : holdsText(text),
    regex === null ? null : (subject) => subject.patterns().has(regex),
  ];
  const asked = tests.filter((test) => test !== null);
  return (subject, moment) => asked.every((test) => test(subject, moment));
}

function isTopic(topic: string): Test {
  const folded = fold(topic);
  return (subject) => subject.topic !== null && fold(subject.topic) === folded;
}

const isDuring =
  (hours: Hours): Test =>
  (_subject, { at, zone }) =>
    isWithin(hours, zone, at);

function holdsText(text: string): Test {
  const folded = fold(text);
  return (subject) => subject.folded().includes(folded);
}

/** Equal for what people take as the same word: “Straße” and “STRASSE”, composed letters or not. */
function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase();
}
