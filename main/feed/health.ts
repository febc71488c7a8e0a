import type { FeedState as Shown } from '../../preload/contract.ts';

/** Whatever is known of why. */
type FeedState = Shown<{ since: number }>;

const PATIENCE_MS = 10_000;
/** The original endpoint may send its headers 100 s late while all is well. */
const LATE_HEADERS_PATIENCE_MS = 150_000;

/**
 * How long a source may be without a connection before anyone is told: routine reconnects mustn't flicker.
 * @param heartbeatMs as the server announced it; null where it isn't known to answer promptly
 */
export function patienceMs(state: FeedState, heartbeatMs: number | null): number {
  const failing = state.kind === 'waiting' || (state.kind === 'connecting' && state.why !== null);
  return failing || heartbeatMs !== null ? PATIENCE_MS : LATE_HEADERS_PATIENCE_MS;
}

/** From when on the source counts as disconnected (unix milliseconds, maybe still to come); null when it is well. */
export function disconnectedFrom(state: FeedState, patience: number): number | null {
  switch (state.kind) {
    case 'off':
    case 'open':
      return null;
    case 'stopped':
      return state.why.since;
    case 'waiting':
      return state.why.since + patience;
    case 'connecting':
      return (state.why?.since ?? state.since) + patience;
  }
}
