import { expect, test } from 'vitest';
import { ruleSchema } from '../../preload/contract.ts';
import { blankAction, blankRule, putRule, restoreRule } from './rule.ts';

const rules = ['a', 'b', 'c'].map(blankRule);
const ids = (all: typeof rules) => all.map(({ id }) => id).join('');

test('a blank rule is one that can be saved, with every action', () => {
  for (const kind of ['toast', 'quiet', 'none', 'archive', 'urgent', 'sound', 'hold'] as const) {
    const rule = { ...blankRule('x'), action: blankAction(kind) };
    expect(ruleSchema.parse(rule)).toEqual(rule);
  }
});

test('a rule that is edited keeps its place; a new one comes last', () => {
  const edited = putRule(rules, { ...blankRule('b'), name: 'new name' });
  expect([ids(edited), edited[1]?.name]).toEqual(['abc', 'new name']);
  expect(ids(putRule(rules, blankRule('d')))).toBe('abcd');
});

test('a rule that was removed comes back to its place, and only once', () => {
  const [, b] = rules;
  if (!b) throw new Error('There is no second rule.');
  const without = rules.filter(({ id }) => id !== 'b');
  expect(ids(restoreRule(without, b, 1))).toBe('abc');
  expect(ids(restoreRule(rules, b, 1))).toBe('abc');
});
