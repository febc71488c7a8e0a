import type { Message } from '../words/message.ts';
import type { Dialect, Headers } from './dialect.ts';
import type { Server } from './dialects.ts';
import { lastEventId, toHeader } from './event-id.ts';
import { eventNames, readEvent } from './mapping.ts';
import { COMMON_NAMES } from './presets.ts';

/**
 * The Mercure dialect, https://mercure.rocks/spec. A source's address is the hub's with the topics to listen to:
 * `https://hub.example/.well-known/mercure?topic=https://example.com/books/{id}`. What an update holds is its
 * publisher's business.
 */
export const mercure = ({ url, mapping }: Server): Dialect => {
  const how = mapping ?? COMMON_NAMES;
  // An update's `type` becomes the event's name: whatever it is, unless the mapping says which count.
  const isSelective = eventNames(how).length > 0;
  return {
    countedFor: hubOf(url), // its ids are the same for all topics
    eventNames: isSelective ? eventNames(how) : 'any',

    // The first connection asks for nothing old: updates have no times to choose by.
    stream: ({ cursor }) => ({ url, headers: lastEventId(cursor) }),

    hello: (headers, { cursor }) => ({
      resumable: cursor !== null,
      heartbeatMs: (how.heartbeatSeconds ?? HEARTBEAT_SECONDS) * 1000,
      live: cursor === null ? 'at-once' : 'when-quiet',
      loss: loss(headers, cursor),
    }),

    read(event, now) {
      const { newestId: _, ...reading } = readEvent(event, how, 'notice', now);
      return reading;
    },

    publish: (test) => publish(url, test),
  };
};

/** The reference hub's own. */
const HEARTBEAT_SECONDS = 40;

/** The hub answers with the id it really goes on from; drafts of 1.0 name the header anew. */
function loss(headers: Headers, cursor: string | null): Message | null {
  const from = headers.get('mercure-last-event-id') ?? headers.get('last-event-id');
  return cursor === null || from === null || from === toHeader(cursor) ? null : ['serverForgot'];
}

function hubOf(url: string): string {
  const hub = new URL(url);
  hub.search = '';
  return hub.href;
}

/** A template stands for many topics: the test goes to one of them. */
function publish(url: string, test: { title: string; body: string }) {
  const topics = new URL(url).searchParams;
  const topic = (topics.get('topic') ?? '*').replace(/\{[^}]*\}|\*/g, 'bellhop-test');
  return {
    url: hubOf(url),
    method: 'POST' as const,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ topic, data: JSON.stringify(test) }).toString(),
  };
}
