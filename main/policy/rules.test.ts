import { expect, test } from 'vitest';
import type { Match, Rule } from '../../preload/contract.ts';
import { rule } from '../../testing/rules.ts';
import { applyRules, compileRules, type Subject, TEXT_CHARS } from './rules.ts';

const NOON = { at: Date.parse('2026-01-07T12:00Z'), zone: 'UTC' }; // a Wednesday
const notice: Subject = {
  source: 's',
  title: 'Build 42',
  body: 'It failed\non Straße 1',
  topic: 'ci',
  priority: 4,
};
const ask = (rules: Rule[], part: Partial<Subject> = {}, moment = NOON) =>
  applyRules(compileRules(rules), { ...notice, ...part }, moment);
const matches = (match: Partial<Match>, part: Partial<Subject> = {}) =>
  ask([rule('a', match)], part).action !== null;

test.each<[string, Partial<Match>, boolean]>([
  ['nothing asked', {}, true],
  ['its source', { source: 's' }, true],
  ['another source', { source: 't' }, false],
  ['its topic in another case', { topic: 'CI' }, true],
  ['a part of its topic', { topic: 'c' }, false],
  ['a word of its title', { text: 'build' }, true],
  ['a word of its text', { text: 'FAILED' }, true],
  ['a word that is written in another way', { text: 'STRASSE' }, true],
  ['a word it doesn’t have', { text: 'passed' }, false],
  ['a pattern over title and text', { regex: '(?s)^Build.*Stra.e \\d$' }, true],
  ['a pattern that doesn’t fit', { regex: '^failed' }, false],
  ['its priority as the lowest', { minPriority: 4 }, true],
  ['a higher one as the lowest', { minPriority: 5 }, false],
  ['its priority as the highest', { maxPriority: 4 }, true],
  ['a lower one as the highest', { maxPriority: 3 }, false],
  ['its hours', { hours: { days: [3], from: '12:00', to: '13:00' } }, true],
  ['hours of another day', { hours: { days: [4], from: '12:00', to: '13:00' } }, false],
  [
    'everything',
    { source: 's', topic: 'ci', text: 'failed', regex: '42', minPriority: 1, maxPriority: 5 },
    true,
  ],
  ['all but one', { source: 's', topic: 'ci', text: 'failed', regex: '43' }, false],
])('%s: %j', (_what, match, expected) => {
  expect(matches(match)).toBe(expected);
});

test('without a topic or title there is nothing to match; composed letters are equal', () => {
  expect(matches({ topic: 'null' }, { topic: null })).toBe(false);
  expect(matches({ text: 'null' }, { title: null })).toBe(false);
  expect(matches({ regex: '^$' }, { title: null, body: 'x' })).toBe(true);
  expect(matches({ text: 'café' }, { body: 'cafe\u0301' })).toBe(true);
});

test('the first that says what becomes of it decides, those before it change it', () => {
  const rules = [
    rule('other', { text: 'passed' }, 'none'),
    rule('loud', {}, 'urgent'),
    rule('soft', {}, { kind: 'sound', sound: 'none' }),
    rule('soft again', {}, { kind: 'sound', sound: 'default' }),
    rule('now urgent', { minPriority: 5 }, { kind: 'hold', until: '08:00' }),
    rule('never asked', {}, 'toast'),
  ];
  expect(ask(rules)).toEqual({
    applied: [
      { id: 'loud', name: 'Rule loud', kind: 'urgent' },
      { id: 'soft', name: 'Rule soft', kind: 'sound' },
      { id: 'soft again', name: 'Rule soft again', kind: 'sound' },
      { id: 'now urgent', name: 'Rule now urgent', kind: 'hold' },
    ],
    ...{ action: { kind: 'hold', until: '08:00' }, priority: 5, sound: 'none' },
  });
});

test('a rule that is turned off, or has a mistake, is as good as none', () => {
  const off = { ...rule('off', {}), enabled: false };
  const broken = rule('broken', { regex: '(' });
  expect(ask([off, broken])).toEqual({ applied: [], action: null, priority: 4, sound: null });
  expect(compileRules([off, broken])).toMatchObject({
    rules: [],
    mistakes: [['inRule', ['patternUnreadable', '(', ['neverClosed']], 'Rule broken']],
  });
});

test('of a huge text only the beginning is looked at', () => {
  const late = `${'x'.repeat(TEXT_CHARS)} needle`;
  expect(matches({ text: 'needle' }, { body: late })).toBe(false);
  expect(matches({ regex: 'needle' }, { body: late })).toBe(false);
  expect(matches({ text: 'build' }, { body: late })).toBe(true);
});
