import { expect, test } from 'vitest';
import type { AppState, FeedState } from '../../preload/contract.ts';
import { readBadge } from './state.ts';

const quiet = { paused: 'forever', quietUntil: null };
const why = { since: 1_000, code: 'x', text: 'x', detail: null };

function badgeAt(now: number, feeds: FeedState[]) {
  const sources = feeds.map((feed, i) => ({ name: `s${i}`, feed, patienceMs: 10_000 }));
  const state = { sources, unread: 3, ...quiet } as unknown as AppState;
  return readBadge(state, now);
}

test('a source counts as disconnected once its patience is over, and the badge knows when that is', () => {
  const feeds: FeedState[] = [
    { kind: 'open', since: 0 },
    { kind: 'off' },
    { kind: 'waiting', until: 99_000, why },
    { kind: 'connecting', since: 4_000, why: null },
  ];
  const badge = { unread: 3, ...quiet, sources: 3, connected: 1 };
  expect(badgeAt(10_999, feeds)).toEqual({ badge: { ...badge, disconnected: [] }, changesAt: 11_000 });
  expect(badgeAt(11_000, feeds)).toEqual({ badge: { ...badge, disconnected: ['s2'] }, changesAt: 14_000 });
  expect(badgeAt(14_000, feeds)).toEqual({
    badge: { ...badge, disconnected: ['s2', 's3'] },
    changesAt: null,
  });
});

test('a stopped source is disconnected at once', () => {
  const { badge, changesAt } = badgeAt(1_000, [{ kind: 'stopped', until: null, why }]);
  expect([badge.disconnected, changesAt]).toEqual([['s0'], null]);
});
