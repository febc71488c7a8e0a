import type { Rule } from '../../preload/contract.ts';
import { listHere, timeHere } from '../here.ts';
import { describeRule } from '../pure/describeRule.ts';
import { sourceById } from '../state/app.ts';
import { text } from '../text.ts';
import { shortDay } from './dayNames.ts';

/** A time of day such as 22:00, as this system writes it; none while somebody is about to type another. */
const clock = (time: string) =>
  time === '' ? '…' : timeHere.clock(new Date(`2001-01-01T${time}`).getTime());

/** What a rule is called in the window. */
export function ruleName(rule: Rule): string {
  const { described, actions, soundChoices, removedSource } = text.rules;
  const words = {
    ...{ described, actions, soundChoices, priorities: text.sounds.priorities },
    ...{ day: shortDay, clock, list: listHere, of: text.phrase.of },
  };
  return describeRule(rule, words, (id) => sourceById(id)?.name ?? removedSource);
}
