import { expect, test } from 'vitest';
import { valueAt } from './pointer.ts';

/** https://www.rfc-editor.org/rfc/rfc6901#section-5 */
const value = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'm~n': 8,
  '~1': 9,
  deep: { '': { x: null } },
};

test.each([
  ['', value],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/m~0n', 8],
  ['/~01', 9],
  ['/deep//x', null],
  ['/foo/2', undefined],
  ['/foo/01', undefined],
  ['/foo/length', undefined],
  ['/foo/-', undefined],
  ['/nothing/here', undefined],
  ['/deep//x/y', undefined],
  ['/constructor', undefined],
  ['/foo/0/0', undefined],
])('%j points at %j', (pointer, there) => {
  expect(valueAt(value, pointer)).toEqual(there);
});
