import { expect, test } from 'vitest';
import { BadLaunch, readLaunch } from './launch.ts';

const env = {
  BELLHOP_DATA: '/env/data',
  BELLHOP_SERVER: 'http://env.example/',
  BELLHOP_TOKEN: 'env-token',
  BELLHOP_SERVER_NAME: 'Env',
};

test('nothing given, nothing asked for; an empty variable is nothing', () => {
  expect(readLaunch([], {})).toEqual({ hidden: false });
  expect(readLaunch([], { BELLHOP_DATA: '', BELLHOP_SERVER: '', BELLHOP_TOKEN: '' })).toEqual({
    hidden: false,
  });
});

test('the environment is read, and flags win over it', () => {
  const fromEnv = { data: '/env/data', server: 'http://env.example/', token: 'env-token', name: 'Env' };
  expect(readLaunch([], env)).toEqual({ ...fromEnv, hidden: false });
  const flags = ['--data', '/x', '--server=https://a.example/live', '--token', ' t ', '--hidden'];
  const expected = { data: '/x', server: 'https://a.example/live', token: 't', name: 'Env', hidden: true };
  expect(readLaunch(flags, env)).toEqual(expected);
});

test('other programs’ flags and stray arguments are passed over', () => {
  const others = [
    '.',
    '--no-sandbox',
    '--remote-debugging-port=0',
    '--password-store=basic',
    '-psn_0_1',
    'file.txt',
  ];
  expect(readLaunch([...others, '--hidden'], {})).toEqual({ hidden: true });
});

test.each([
  [['--server', 'nowhere'], '--server is not a web address (http:// or https://)'],
  [['--server', 'file:///etc/passwd'], '--server is not a web address'],
  [['--server'], '--server '],
  [['--data', ''], '--data '],
  [['--token', ' '], '--token '],
  [['--token', 'two\nlines'], '--token A token is one word'],
  [['--server', 'https://me:secret@a.example/'], '--server holds a password'],
])('%j makes no sense, and the message says which part', (argv, message) => {
  expect(() => readLaunch(argv, {})).toThrow(BadLaunch);
  expect(() => readLaunch(argv, {})).toThrow(message);
});
