import type { SourceView, Trouble } from '../../preload/contract.ts';

/** A source that isn't well for longer than is routine, and what happens next about it. */
export type Troubled = {
  source: SourceView;
  /** It is connected; only what was missed could not be had yet. */
  connected: boolean;
  /** `credential`: it is missing. `silence`: the server took the connection and hasn't answered. */
  why: Trouble | 'credential' | 'silence';
  next: { kind: 'at'; time: number } | { kind: 'trying' } | { kind: 'person' };
};

/**
 * The sources worth a line in the banner. A trouble that is over within its source's patience is never mentioned; one that only the person can mend is mentioned at once.
 */
export function troubles(sources: SourceView[], now: number): Troubled[] {
  return sources.flatMap((source) => trouble(source, now) ?? []);
}

function trouble(source: SourceView, now: number): Troubled | null {
  const { feed } = source;
  if (feed.kind === 'off') return null;
  if (feed.kind === 'open') {
    if (!feed.missing || now - feed.missing.why.since < source.patienceMs) return null;
    const { why, until } = feed.missing;
    return { source, connected: true, why, next: { kind: 'at', time: until } };
  }
  const lost = { source, connected: false };
  if (source.credentialMissing) return { ...lost, why: 'credential', next: { kind: 'person' } };
  if (feed.kind === 'stopped') return { ...lost, why: feed.why, next: { kind: 'person' } };
  const since = feed.why?.since ?? (feed.kind === 'connecting' ? feed.since : now);
  if (now - since < source.patienceMs) return null;
  const next =
    feed.kind === 'waiting' ? ({ kind: 'at', time: feed.until } as const) : ({ kind: 'trying' } as const);
  return { ...lost, why: feed.why ?? 'silence', next };
}

/** Whether signing in on the site's own page may mend what is wrong. */
export function wantsSignIn({ enabled, feed, credentialKind, credentialMissing }: SourceView): boolean {
  if (!enabled || feed.kind === 'off' || feed.kind === 'open') return false;
  const code = feed.why?.code;
  const isOwn = credentialKind === 'none' || credentialKind === 'session';
  return (
    code === 'sign-in' ||
    (credentialKind === 'session' && credentialMissing) ||
    (isOwn && (code === 'unauthorized' || code === 'redirect'))
  );
}

/** What the dot beside a source shows, by shape as well as colour. */
export type Health = 'live' | 'connecting' | 'waiting' | 'stopped' | 'off';

export function health({ enabled, feed, credentialMissing }: SourceView): Health {
  if (!enabled || feed.kind === 'off') return 'off';
  if (feed.kind === 'open') return 'live';
  if (credentialMissing || feed.kind === 'stopped') return 'stopped';
  return feed.kind === 'waiting' || feed.why !== null ? 'waiting' : 'connecting';
}
