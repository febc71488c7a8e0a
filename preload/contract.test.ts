import { expect, test } from 'vitest';
import { requestSchemas } from './contract.ts';

const draft = {
  ...{ name: 'S', url: 'https://a.example/live', dialect: 'rows', mapping: null },
  credential: { kind: 'none' },
};
const refusal = (part: object) =>
  requestSchemas.addSource.safeParse({ ...draft, ...part }).error?.issues[0]?.message;

test.each([
  'https://me:secret@a.example/',
  'https://me@a.example/',
  'http://:secret@a.example:8080/live?x=@',
])('%s holds a secret that settings and errors would show, and is refused', (url) => {
  expect(refusal({ url })).toMatch(/user and the password in their own fields/);
});

test('an @ elsewhere in an address is none of a password', () => {
  expect(refusal({ url: 'https://a.example/@me?to=me@b.example#@' })).toBeUndefined();
});

// An HTTP client that can't send a header quotes it in its error, and errors are shown and journaled.
test.each([
  [{ kind: 'bearer', token: 'two\nlines' }, /one word/],
  [{ kind: 'bearer', token: 'curly ’quote’' }, /one word/],
  [{ kind: 'cookie', cookie: 'a=1\r\nX: 2' }, /one line/],
  [{ kind: 'cookie', cookie: 'a=’' }, /one line/],
])('%j can’t be sent, and is refused in words', (credential, words) => {
  expect(refusal({ credential })).toMatch(words);
});

test('what can be sent is taken, without the blanks around it', () => {
  const parse = (credential: object) => requestSchemas.addSource.parse({ ...draft, credential }).credential;
  expect(parse({ kind: 'bearer', token: ' tk_A-b.c~+/= \n' })).toEqual({
    kind: 'bearer',
    token: 'tk_A-b.c~+/=',
  });
  const cookie = 'session=abc; theme="dark mode"';
  expect(parse({ kind: 'cookie', cookie })).toEqual({ kind: 'cookie', cookie });
  expect(parse({ kind: 'basic', user: 'é', password: 'ß :' })).toMatchObject({ password: 'ß :' });
});

test.each([
  ['Control+Alt+B', true],
  ['CommandOrControl+Shift+Space', true],
  ['Shift+Super+PageUp', true],
  ['F9', true],
  ['Shift+F12', true],
  ['B', false],
  ['Shift+B', false],
  ['Control', false],
  ['Control+Alt', false],
  ['Control+B+C', false],
  ['control+b', false],
  ['', false],
])('as a shortcut for the whole system, %s is taken: %s', (keys, taken) => {
  expect(requestSchemas.setShortcut.safeParse({ keys }).success).toBe(taken);
});
