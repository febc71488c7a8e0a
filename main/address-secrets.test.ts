import { expect, test } from 'vitest';
import { hasSecretInQuery, withoutSecrets } from './address-secrets.ts';

test.each([
  ['https://a.example/alerts?auth=QmVhcmVy', 'https://a.example/alerts'],
  ['https://a.example/live?access_token=x&since=1', 'https://a.example/live?since=1'],
  [
    'https://a.example/hub?topic=%2Fa%20b&authorization=x&topic=*',
    'https://a.example/hub?topic=%2Fa%20b&topic=*',
  ],
  ['https://a.example/stream?Token=x#part', 'https://a.example/stream#part'],
  ['https://a.example/live?%6Bey=x', 'https://a.example/live'],
  ['https://me:secret@a.example/live?a&key', 'https://a.example/live?a'],
])('%s without its secrets is %s', (address, without) => {
  expect(withoutSecrets(address)).toBe(without);
  expect(hasSecretInQuery(address)).toBe(true);
  expect(hasSecretInQuery(without)).toBe(false);
});

test.each([
  'https://a.example/hub?topic=https://b.example/%7Bid%7D&topic=key',
  'https://a.example/alerts?priority=high&tags=a,b+c',
  'https://a.example/live?',
  'https://a.example/token/key?author=x&keys=y',
])('%s has none, and stays as it is written', (address) => {
  expect(withoutSecrets(address)).toBe(address);
});
