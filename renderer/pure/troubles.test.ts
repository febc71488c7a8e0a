import { describe, expect, it } from 'vitest';
import type { FeedState, SourceView, Trouble } from '../../preload/contract.ts';
import { health, troubles, wantsSignIn } from './troubles.ts';

const now = 1_000_000;
const why = (sinceAgo: number): Trouble => ({
  since: now - sinceAgo,
  code: 'refused',
  text: "isn't answering",
  detail: null,
});
function source(feed: FeedState, change: Partial<SourceView> = {}): SourceView {
  return {
    id: 's',
    name: 'Build farm',
    url: 'https://a.example',
    dialect: 'rows',
    mapping: null,
    enabled: true,
    muted: false,
    credentialKind: 'none',
    credentialMissing: false,
    unread: 0,
    feed,
    lastNoticeAt: null,
    patienceMs: 10_000,
    canPublish: false,
    ...change,
  };
}
const next = (view: SourceView) => troubles([view], now)[0]?.next;

describe('the banner', () => {
  it('says nothing of a source that is open, off, or connects for the first time', () => {
    expect(next(source({ kind: 'open', since: 0 }))).toBeUndefined();
    expect(next(source({ kind: 'off' }))).toBeUndefined();
    expect(next(source({ kind: 'connecting', since: now - 9_999, why: null }))).toBeUndefined();
  });
  it('waits out the patience of a source', () => {
    expect(next(source({ kind: 'waiting', until: now + 5, why: why(9_999) }))).toBeUndefined();
    expect(next(source({ kind: 'waiting', until: now + 5, why: why(10_000) }))).toEqual({
      kind: 'at',
      time: now + 5,
    });
  });
  it('tells of what was missed and can’t be had, though the source is connected', () => {
    const behind = (sinceAgo: number) =>
      source({ kind: 'open', since: 0, missing: { until: now + 5, why: why(sinceAgo) } });
    expect(troubles([behind(9_999)], now)).toEqual([]);
    expect(troubles([behind(10_000)], now)[0]).toMatchObject({
      ...{ connected: true, why: { text: "isn't answering" }, next: { kind: 'at', time: now + 5 } },
    });
    expect(health(behind(60_000))).toBe('live');
  });
  it('stays while the next try runs', () => {
    expect(next(source({ kind: 'connecting', since: now, why: why(60_000) }))).toEqual({ kind: 'trying' });
  });
  it('mentions a first connection that takes longer than the source usually needs', () => {
    const silent = source({ kind: 'connecting', since: now - 10_000, why: null });
    expect(troubles([silent], now)[0]).toMatchObject({ why: 'silence', next: { kind: 'trying' } });
  });
  it('asks for the person at once when a feed stopped or its credential is gone', () => {
    expect(next(source({ kind: 'stopped', until: null, why: why(0) }))).toEqual({ kind: 'person' });
    const missing = source({ kind: 'connecting', since: now, why: null }, { credentialMissing: true });
    expect(troubles([missing], now)[0]).toMatchObject({ why: 'credential', next: { kind: 'person' } });
  });
});

it.each<[FeedState, string]>([
  [{ kind: 'open', since: 0 }, 'live'],
  [{ kind: 'connecting', since: 0, why: null }, 'connecting'],
  [{ kind: 'connecting', since: 0, why: why(1) }, 'waiting'],
  [{ kind: 'waiting', until: now, why: why(1) }, 'waiting'],
  [{ kind: 'stopped', until: null, why: why(1) }, 'stopped'],
  [{ kind: 'off' }, 'off'],
])('the dot for %o is %s', (feed, expected) => {
  expect(health(source(feed))).toBe(expected);
});

describe('signing in on the site’s page', () => {
  const stopped = (code: string, change: Partial<SourceView> = {}) =>
    wantsSignIn(source({ kind: 'stopped', until: null, why: { ...why(0), code } }, change));

  it('is offered where the server asks for it, and where nothing was given that it could refuse', () => {
    expect(stopped('sign-in', { credentialKind: 'bearer' })).toBe(true);
    expect(stopped('unauthorized')).toBe(true);
    expect(stopped('redirect', { credentialKind: 'session' })).toBe(true);
    expect(stopped('redirect', { credentialKind: 'bearer' })).toBe(false);
    expect(stopped('forbidden')).toBe(false);
    expect(stopped('sign-in', { enabled: false })).toBe(false);
  });
  it('is offered again when what the site left is gone', () => {
    const change = { credentialKind: 'session', credentialMissing: true } as const;
    expect(wantsSignIn(source({ kind: 'connecting', since: now, why: null }, change))).toBe(true);
    expect(wantsSignIn(source({ kind: 'open', since: now }, change))).toBe(false);
  });
});
