import { expect, test } from 'vitest';
import { rule } from '../../testing/rules.ts';
import { ruleName } from './ruleName.ts';

test('a rule has a name while somebody is about to type another time', () => {
  const unnamed = (until: string) => ({ ...rule('a', {}, { kind: 'hold', until }), name: '' });
  expect(ruleName(unnamed('22:00'))).toMatch(/until (10:00\sPM|22:00)$/);
  expect(ruleName(unnamed(''))).toMatch(/until …$/);
});
