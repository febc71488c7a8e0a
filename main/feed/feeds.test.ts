import { expect, test } from 'vitest';
import type { DialectName, Mapping } from '../../preload/contract.ts';
import { keepsPosition } from './feeds.ts';
import { COMMON_NAMES } from './presets.ts';

const on = (dialect: DialectName, url: string, some: Partial<Mapping> | null = null) => ({
  ...{ dialect, url: `https://a.example/${url}`, mapping: some && { ...COMMON_NAMES, ...some } },
});

test.each([
  ['another topic', on('ntfy', 'x/alerts'), on('ntfy', 'x/alerts,backups?priority=5')],
  ['another Mercure topic', on('mercure', 'hub?topic=a'), on('mercure', 'hub?topic=a&topic=b', {})],
  ['another title', on('json', 'sse', {}), on('json', 'sse', { title: ['/t'], time: [] })],
])('with %s what was missed is still asked for', (_, before, after) => {
  expect(keepsPosition(before, after)).toBe(true);
});

test.each([
  ['another dialect', on('rows', 'live'), on('json', 'live')],
  ['another server’s topics', on('ntfy', 'alerts'), on('ntfy', 'x/alerts')],
  ['another hub', on('mercure', 'hub?topic=a'), on('mercure', 'other?topic=a')],
  ['another address', on('rows', 'live'), on('rows', 'live?user=b')],
  ['another channel', on('json', 'sse?channel=a', {}), on('json', 'sse?channel=b', {})],
  ['other identities', on('json', 'sse', {}), on('json', 'sse', { id: ['/id'] })],
])('with %s the old position means nothing', (_, before, after) => {
  expect(keepsPosition(before, after)).toBe(false);
});
