import { expect, test } from 'vitest';
import { ruleSchema } from '../../preload/contract.ts';
import { asks, likenesses, notAsked, ruleLike } from './likeness.ts';
import { blankRule } from './rule.ts';

const notice = { source: 'nas', topic: 'backup', title: 'Backup failed', body: 'Disk full', priority: 5 };

test('a rule made from a notice begins with its source and topic, and can be saved', () => {
  const rule = ruleLike(notice, 'x');
  expect(rule.match).toEqual({ ...blankRule('x').match, source: 'nas', topic: 'backup' });
  expect(ruleSchema.parse(rule)).toEqual(rule);
});

test('without a topic it begins with its title, or the first line of its text', () => {
  expect(ruleLike({ ...notice, topic: null }, 'x').match.text).toBe('Backup failed');
  expect(ruleLike({ ...notice, topic: null, title: null, body: '\n One\nTwo' }, 'x').match.text).toBe('One');
});

test('a notice with nothing to say, or with more than a rule takes, still makes one that can be saved', () => {
  const empty = ruleLike({ ...notice, topic: ' ', title: null, body: '' }, 'x');
  expect([empty.match.topic, empty.match.text]).toEqual([null, null]);
  const long = ruleLike({ ...notice, topic: 't'.repeat(201), title: 'w'.repeat(501) }, 'x');
  expect(ruleSchema.parse(long).match.text).toHaveLength(500);
});

test('each likeness can be asked for, and left', () => {
  const { match } = blankRule('x');
  for (const part of likenesses(notice)) {
    const asked = { ...match, ...part.match };
    expect([asks(match, part), asks(asked, part)]).toEqual([false, true]);
    expect({ ...asked, ...notAsked(part) }).toEqual(match);
  }
});
