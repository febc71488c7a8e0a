import { expect, test } from 'vitest';
import { seal, sealedSchema, unseal } from './sealed.ts';

/** Sealing takes half a second on purpose. */
const common = seal('token', 'correct horse');

test('only the passphrase opens it, however its letters are composed', async () => {
  const sealed = await seal('the tökens', 'caf\u00e9 au lait');
  expect(JSON.stringify(sealed)).not.toContain('kens');
  expect(await unseal(sealed, 'cafe\u0301 au lait')).toBe('the tökens');
  expect(await unseal(sealed, 'cafe au lait')).toBeNull();
});

test('what was altered doesn’t open', async () => {
  const sealed = await common;
  const data = Buffer.from('other').toString('base64');
  expect(await unseal({ ...sealed, data }, 'correct horse')).toBeNull();
});

test('a file can’t ask for more than opening one may cost, nor for less than it must', async () => {
  const sealed = await common;
  const takes = (part: object) => sealedSchema.safeParse({ ...sealed, ...part }).success;
  expect(takes({})).toBe(true);
  for (const N of [2 ** 30, 2 ** 19, 2 ** 4, 2 ** 17 + 1, -1, Number.NaN]) expect(takes({ N })).toBe(false);
  expect(takes({ r: 1024 })).toBe(false);
  expect(takes({ p: 1000 })).toBe(false);
  expect(takes({ tag: Buffer.alloc(4).toString('base64') })).toBe(false);
  expect(takes({ salt: '' })).toBe(false);
});
