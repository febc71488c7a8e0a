import path from 'node:path';
import { expect, test } from 'vitest';
import { readStartArguments } from './start-arguments.mjs';

const read = (args, env = {}) => readStartArguments(args, env, path.resolve('/checkout'));

test('without arguments: the demo, with its data in the checkout', () => {
  expect(read([])).toEqual({ data: path.resolve('/checkout/.bellhop'), headless: false, forApp: [] });
});

test('--data wins over BELLHOP_DATA, and both mean what they mean where they were typed', () => {
  const env = { BELLHOP_DATA: 'from-env', INIT_CWD: path.resolve('/home/p') };
  expect(read([], env).data).toBe(path.resolve('/home/p/from-env'));
  expect(read(['--data', 'mine'], env).data).toBe(path.resolve('/home/p/mine'));
  expect(read(['--data=mine'], env).data).toBe(path.resolve('/home/p/mine'));
});

test('what it does not know goes to the app, in order', () => {
  expect(read(['--hidden', '--headless', '--lang=de']).forApp).toEqual(['--hidden', '--lang=de']);
});

test('another server takes the place of the demo, its token also from the environment', () => {
  expect(read(['--server', 'https://n.example', '--token', 't'])).toMatchObject({
    server: 'https://n.example',
    token: 't',
  });
  expect(read(['--server=https://n.example'], { BELLHOP_TOKEN: 'e' })).toMatchObject({ token: 'e' });
});

test.each([
  [['--server', 'https://n.example'], /needs --token/],
  [['--server', 'n.example', '--token', 't'], /http or https URL, not "n.example"/],
  [['--token', 't'], /goes with --server/],
  [['--data'], /--data needs a value/],
  [['my-data'], /What is "my-data" for\? npm keeps options for itself unless "--"/], // npm start --data my-data
  [['--data='], /--data needs a value/],
])('%j is refused in words', (args, message) => {
  expect(() => read(args)).toThrow(message);
});
