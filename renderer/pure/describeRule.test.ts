import { expect, test } from 'vitest';
import type { Match, Rule } from '../../preload/contract.ts';
import { en as text } from '../languages/en/index.ts';
import { describeRule } from './describeRule.ts';
import { blankRule } from './rule.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const words = {
  ...text.rules,
  priorities: text.sounds.priorities,
  day: (day: number) => days[day] ?? '',
  clock: (time: string) => time,
  list: (items: string[]) => items.join(', '),
  of: text.phrase.of,
};
function described(match: Partial<Match>, rest: Partial<Rule> = {}): string {
  const blank = blankRule('x');
  return describeRule({ ...blank, ...rest, match: { ...blank.match, ...match } }, words, () => 'Nas');
}

test('a rule with a name is called by it', () => {
  expect(described({ topic: 'ci' }, { name: 'Builds' })).toBe('Builds');
});

test('one without is called by all that it asks, and what it does', () => {
  expect(described({})).toBe('Everything: No toast');
  expect(described({ source: 'n', topic: 'ci', text: 'ok', regex: 'o+k' })).toBe(
    'Nas, ci, “ok”, /o+k/: No toast',
  );
  expect(described({ topic: 'ci' }, { action: { kind: 'hold', until: '08:00' } })).toBe(
    'ci: Snooze it until 08:00',
  );
  expect(described({ topic: 'ci' }, { action: { kind: 'sound', sound: 'none' } })).toBe('ci: Without sound');
});

test('priorities are told in words', () => {
  const of = (minPriority: number | null, maxPriority: number | null) =>
    described({ minPriority, maxPriority }).replace(': No toast', '');
  expect(of(4, null)).toBe('High priority or above');
  expect(of(5, null)).toBe('Urgent priority');
  expect(of(null, 2)).toBe('Low priority or below');
  expect(of(null, 1)).toBe('Lowest priority');
  expect(of(3, 3)).toBe('Normal priority');
  expect(of(2, 4)).toBe('Low to High priority');
});

test('hours are told with their days, Monday first, several in a row by their ends, unless it is every day', () => {
  const night = { from: '22:00', to: '07:00' };
  expect(described({ hours: { days: [0, 6, 5, 2], ...night } })).toBe('Tue Fri–Sun 22:00–07:00: No toast');
  expect(described({ hours: { days: [0, 1, 6], ...night } })).toBe('Mon Sat Sun 22:00–07:00: No toast');
  expect(described({ hours: { days: [0, 1, 2, 3, 4, 5, 6], ...night } })).toBe('22:00–07:00: No toast');
});
