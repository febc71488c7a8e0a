import { EventSource } from 'eventsource';
import { boundedEvents, readId } from '../../main/feed/event-stream.ts';
import type { Stream } from './stream.ts';
import { NOW } from './tongues.ts';

/** What comes of a stream: its events in order, each in one line, and what was told beside them. */
export type Outcome = { events: string[]; oversized: number; retries: number[] };

const line = (id: string, bodies: string[], unreadable: number) => JSON.stringify([id, bodies, unreadable]);

/** As the stream was made. An id holds until another comes. */
export function expectedOf({ blocks }: Stream): Outcome {
  let lastId = '';
  const events: string[] = [];
  for (const { id, expected } of blocks) {
    lastId = id ?? lastId;
    if (expected) events.push(line(lastId, expected.bodies, expected.unreadable));
  }
  return {
    events,
    oversized: blocks.filter(({ oversized }) => oversized).length,
    retries: blocks.flatMap(({ retries }) => retries),
  };
}

/**
 * Through what the app reads with, from bytes to notices: the splitter, the parser in `eventsource`, the dialect.
 * @throws what the dialect throws
 */
export function read({ tongue, limit, chunks }: Stream): Promise<Outcome> {
  const dialect = tongue.dialect('http://test/');
  const outcome: Outcome = { events: [], oversized: 0, retries: [] };
  const { eventNames } = dialect;
  const names = eventNames === 'any' ? [] : eventNames;
  const split = boundedEvents(
    {
      onOversized: () => (outcome.oversized += 1),
      onRetry: (ms) => outcome.retries.push(ms),
      withoutNames: eventNames === 'any',
      resumed: '',
    },
    limit,
  );
  let next = 0;
  const readChunk = async () => {
    for (;;) {
      const chunk = chunks[next++];
      if (!chunk) return { done: true } as const;
      const value = split(chunk) as Uint8Array<ArrayBuffer>;
      if (value.length > 0) return { done: false, value } as const;
    }
  };
  const response = {
    ...{ status: 200, url: 'http://test/', redirected: false },
    headers: { get: () => 'text/event-stream' },
    body: { getReader: () => ({ read: readChunk, cancel: async () => {} }) },
  };

  return new Promise((resolve, reject) => {
    const source = new EventSource('http://test/', { fetch: async () => response });
    const onMessage = (event: MessageEvent) => {
      if (!('data' in event)) return; // EventSource's own `open` and `error`
      try {
        const id = readId(event.lastEventId);
        const { drafts, unreadable } = dialect.read({ name: event.type, data: event.data, ...id }, NOW);
        outcome.events.push(
          line(
            id.id,
            drafts.map(({ body }) => body),
            unreadable.length,
          ),
        );
      } catch (error) {
        reject(error);
      }
    };
    for (const name of ['message', ...names]) source.addEventListener(name, onMessage);
    source.addEventListener('error', (event) => {
      if ('data' in event) return;
      source.close();
      resolve(outcome);
    });
  });
}
