import type { DiagnosisStep } from '../../preload/contract.ts';
import { STALL_HEARTBEATS } from '../feed/backoff.ts';
import type { Words } from '../words/words.ts';
import type { ConnectionFacts } from './connection-steps.ts';
import { failed, lasting, ok, skipped, unknown } from './step.ts';

/**
 * Whether the stream lives. A feed that outlasts its server's heartbeats proves more than a look of a few seconds: its
 * watchdog would have ended it.
 * @param opened the doctor's own connection opened
 */
export function checkHeartbeat(words: Words, facts: ConnectionFacts, opened: boolean): DiagnosisStep {
  const { doctor } = words;
  const { tried, feed, stalls, now } = facts;
  const heartbeatMs = tried.hello?.heartbeatMs ?? facts.heartbeatMs;
  const patience = heartbeatMs === null ? null : heartbeatMs * STALL_HEARTBEATS;
  const due = heartbeatMs === null ? '' : doctor.due(lasting(words, heartbeatMs));
  if (!opened && feed?.kind !== 'open') return skipped('heartbeat', doctor.notReached);
  const proven = feed?.kind === 'open' && patience !== null && now - feed.since > patience;
  if (stalls > 0 && !proven) return unknown('heartbeat', doctor.wentSilent(stalls, due), doctor.buffering);
  if (tried.alive || proven) return ok('heartbeat', doctor.signsCome(due));
  const waited = lasting(words, tried.limitMs);
  if (patience !== null && tried.limitMs >= patience) {
    return failed('heartbeat', doctor.noSign(waited, due), doctor.buffering);
  }
  return unknown('heartbeat', doctor.nothingCame(waited, due));
}
