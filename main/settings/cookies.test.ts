import { expect, test } from 'vitest';
import { type Cookie, cookiesFor, cookiesSchema } from './cookies.ts';

const base: Cookie = {
  ...{ name: 'sid', value: 'v', domain: 'events.example', hostOnly: true, path: '/' },
  ...{ secure: true, httpOnly: true, sameSite: 'lax', expires: null },
};
const url = 'https://events.example/api/live';
const kept = (...cookies: Partial<Cookie>[]) =>
  cookiesFor(
    url,
    cookies.map((part) => ({ ...base, ...part })),
  );

test.each<[string, boolean, boolean]>([
  ['events.example', true, true],
  ['.events.example', false, true],
  ['.example', false, true],
  ['example', true, false],
  ['login.events.example', true, false],
  ['.vents.example', false, false],
  ['other.example', true, false],
])('a cookie of %s (for that host only: %s) is kept: %s', (domain, hostOnly, isKept) =>
  expect(kept({ domain, hostOnly })).toHaveLength(isKept ? 1 : 0),
);

test('the path doesn’t matter, and neither does the order in which they come', () => {
  const [a, b] = [{ path: '/api' }, { path: '/account', name: 'csrf' }];
  expect(kept(a, b)).toHaveLength(2);
  expect(kept(a, b)).toEqual(kept(b, a));
});

test('a site that sets too many or too large ones fills neither memory nor disk', () => {
  const many = kept(...Array.from({ length: 500 }, (_, n) => ({ name: `c${n}` })));
  expect(many).toHaveLength(100);
  expect(cookiesSchema.safeParse(many).success).toBe(true);
  const large = kept(...Array.from({ length: 90 }, (_, n) => ({ name: `c${n}`, value: 'x'.repeat(4000) })));
  expect(JSON.stringify(large).length).toBeLessThan(100_000);
  expect(kept({ value: 'x'.repeat(10_000) }, { name: 'small' })).toEqual([{ ...base, name: 'small' }]);
});
