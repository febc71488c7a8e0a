import type { Hours, Match, Rule, RuleAction, Sound } from '../../preload/contract.ts';
import { URGENT } from '../notice.ts';
import { isWithin } from './hours.ts';
import { BadPattern, compilePattern } from './pattern.ts';

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

/** A subject as all rules share it: its text is cut and folded once. */
export type Looked = Subject & { text: string; folded: () => string };

type Test = (looked: Looked, moment: Moment) => boolean;

export type CompiledRule = {
  rule: Rule;
  matches: Test;
  /** Why it can't match anything; null when it can. */
  mistake: string | null;
};

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

/** Rules that are turned on, ready to be asked many times. Never throws: one with a mistake matches nothing. */
export function compileRules(rules: readonly Rule[]): CompiledRule[] {
  return rules.filter(({ enabled }) => enabled).map(compileRule);
}

export function compileRule(rule: Rule): CompiledRule {
  try {
    return { rule, matches: compileMatch(rule.match), mistake: null };
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    return { rule, matches: () => false, mistake: error.message };
  }
}

/**
 * Asks the rules in their order. `urgent` and `sound` change the notice and go on (of several sounds the first holds); the
 * first of any other kind decides.
 */
export function applyRules(rules: readonly CompiledRule[], subject: Subject, moment: Moment): Outcome {
  const looked = lookAt(subject);
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

export function lookAt(subject: Subject): Looked {
  const text = `${subject.title ?? ''}\n${subject.body.slice(0, TEXT_CHARS)}`.slice(0, TEXT_CHARS);
  let folded: string | undefined;
  return {
    ...subject,
    text,
    folded() {
      folded ??= fold(text);
      return folded;
    },
  };
}

/** The cheap questions first. @throws BadPattern */
function compileMatch({ source, topic, text, regex, minPriority, maxPriority, hours }: Match): Test {
  const tests: (Test | null)[] = [
    source === null ? null : (subject) => subject.source === source,
    minPriority === null ? null : (subject) => subject.priority >= minPriority,
    maxPriority === null ? null : (subject) => subject.priority <= maxPriority,
    topic === null ? null : isTopic(topic),
    hours === null ? null : isDuring(hours),
    text === null ? null : holdsText(text),
    regex === null ? null : fitsPattern(regex),
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

function fitsPattern(regex: string): Test {
  const fits = compilePattern(regex);
  return (subject) => fits(subject.text);
}

/** Equal for what people take as the same word: “Straße” and “STRASSE”, composed letters or not. */
function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase();
}
