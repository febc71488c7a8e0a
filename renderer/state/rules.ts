/** The person's rules, as the window changes them. Each change is the whole list: their order is what they mean. */
import { computed } from '@preact/signals';
import type { Rule } from '../../preload/contract.ts';
import { shifted } from '../pure/order.ts';
import { putRule, restoreRule, withCounts, withoutCounts } from '../pure/rule.ts';
import { text } from '../text.ts';
import { ruleName } from '../tune/ruleName.ts';
import { announce } from './announce.ts';
import { app } from './app.ts';
import { act, ask } from './bridge.ts';
import { change } from './change.ts';
import { offerUndo } from './undo.ts';

const words = text.rules;

const views = computed(() => app.value?.rules ?? []);
const rules = computed(() => views.value.map(withoutCounts));

async function set(next: Rule[]): Promise<boolean> {
  const wish = { rules: withCounts(next, views.value) };
  return (await change(wish, () => act('setRules', { rules: next }))).ok;
}

const without = (rule: Rule): Rule[] => rules.value.filter(({ id }) => id !== rule.id);

/** @returns why it can’t be saved; null when it is */
export async function saveRule(rule: Rule): Promise<string | null> {
  const isNew = rules.value.every(({ id }) => id !== rule.id);
  const reply = await change({}, () => ask('setRules', { rules: putRule(rules.value, rule) }));
  if (!reply.ok) return reply.error;
  const said = words.saved(ruleName(rule));
  if (isNew) offerUndo({ said, undo: () => set(without(rule)) });
  else announce(said);
  return null;
}

export function turnRule(rule: Rule, enabled: boolean): void {
  void set(putRule(rules.value, { ...rule, enabled }));
}

export async function shiftRule(rule: Rule, step: 1 | -1): Promise<void> {
  const next = shifted(rules.value, rule.id, step);
  if (next === rules.value || !(await set(next))) return;
  const place = next.findIndex(({ id }) => id === rule.id) + 1;
  announce(words.moved(ruleName(rule), place, next.length));
}

export async function removeRule(rule: Rule): Promise<void> {
  const at = rules.value.findIndex(({ id }) => id === rule.id);
  const said = words.removed(ruleName(rule));
  if (!(await set(without(rule)))) return;
  offerUndo({ said, undo: () => set(restoreRule(rules.value, rule, at)) });
}
