import type { DiagnosisStep } from '../../preload/contract.ts';
import { STALL_HEARTBEATS } from '../feed/backoff.ts';
import type { ConnectionFacts } from './connection-steps.ts';
import { count, failed, lasting, ok, skipped, unknown } from './step.ts';

const BUFFERING =
  'A proxy on the way may hold back or cut quiet streams: ask whoever runs it to turn off buffering for this address.';

/**
 * Whether the stream lives. A feed that outlasts its server's heartbeats proves more than a look of a few seconds: its
 * watchdog would have ended it.
 * @param opened the doctor's own connection opened
 */
export function checkHeartbeat(facts: ConnectionFacts, opened: boolean): DiagnosisStep {
  const { tried, feed, stalls, now } = facts;
  const heartbeatMs = tried.hello?.heartbeatMs ?? facts.heartbeatMs;
  const patience = heartbeatMs === null ? null : heartbeatMs * STALL_HEARTBEATS;
  const every = heartbeatMs === null ? '' : `, due every ${lasting(heartbeatMs)}`;
  if (!opened && feed?.kind !== 'open') return skipped('heartbeat', 'Not reached.');
  const proven = feed?.kind === 'open' && patience !== null && now - feed.since > patience;
  if (stalls > 0 && !proven) {
    const text = `It went silent ${count(stalls, 'time')} within a day${every}.`;
    return unknown('heartbeat', text, BUFFERING);
  }
  if (tried.alive || proven) return ok('heartbeat', `Signs of life come${every}.`);
  if (patience !== null && tried.limitMs >= patience) {
    return failed('heartbeat', `No sign of life came within ${lasting(tried.limitMs)}${every}.`, BUFFERING);
  }
  const text = `Nothing came within ${lasting(tried.limitMs)}${every}; a quiet server may have nothing to send.`;
  return unknown('heartbeat', text);
}
