import { dialects } from '../feed/dialects.ts';
import type { Source } from '../settings/schema.ts';
import type { FeedMemory } from '../store/feeds.ts';

/**
 * Whether a test can be sent: this kind of server takes notices, and this one has shown that it is of that kind. The
 * original endpoint is read like the companion server, but never tells a heartbeat.
 */
export function canPublish(source: Pick<Source, 'dialect' | 'url' | 'mapping'>, memory: FeedMemory): boolean {
  return dialects[source.dialect](source).publish !== undefined && memory.heartbeatMs !== null;
}
