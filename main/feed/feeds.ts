import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../settings/schema.ts';
import type { Message } from '../words/message.ts';
import { dialects } from './dialects.ts';
import type { Feed } from './feed.ts';
import type { FeedState } from './state.ts';

export type Feeds = {
  /** Connects the sources. Until then `sync` does nothing: the command line changes sources while Bellhop isn't running. */
  start: (sources: Source[]) => void;
  /** Starts, restarts and stops feeds so that they match the sources. */
  sync: (sources: Source[]) => void;
  state: (source: string) => FeedState;
  nudge: (source: string, why: Message) => void;
  nudgeAll: (why: Message, evenIfOpen: boolean) => void;
  stop: () => Promise<void>;
};

/** What a source listens to: a change of it takes another connection. */
export type Stream = Pick<Source, 'url' | 'dialect' | 'mapping'>;

export const isSameStream = (a: Stream, b: Stream): boolean =>
  a.url === b.url && a.dialect === b.dialect && isDeepStrictEqual(a.mapping, b.mapping);

/** Whether a position in one means the same in the other: what was missed in the one can still be asked for there. */
export function keepsPosition(a: Stream, b: Stream): boolean {
  const countedFor = (stream: Stream) =>
    dialects[stream.dialect](stream).countedFor ?? JSON.stringify([stream.url, stream.mapping]);
  return a.dialect === b.dialect && countedFor(a) === countedFor(b);
}

/** The running feed of every source that is turned on. */
export function createFeeds(start: (source: Source) => Feed): Feeds {
  const running = new Map<string, { stream: Stream; feed: Feed }>();
  const ending = new Set<Promise<void>>();
  let started = false;

  const end = (id: string) => {
    const stopped = running.get(id)?.feed.stop();
    running.delete(id);
    if (!stopped) return;
    ending.add(stopped);
    void stopped.finally(() => ending.delete(stopped));
  };

  const sync = (sources: Source[]) => {
    if (!started) return;
    const wanted = new Map(sources.filter(({ enabled }) => enabled).map((source) => [source.id, source]));
    for (const [id, { stream }] of running) {
      const source = wanted.get(id);
      if (!source || !isSameStream(source, stream)) end(id);
    }
    for (const [id, source] of wanted) {
      if (!running.has(id)) running.set(id, { stream: source, feed: start(source) });
    }
  };

  return {
    start(sources) {
      started = true;
      sync(sources);
    },
    sync,
    state: (source) => running.get(source)?.feed.state() ?? { kind: 'off' },
    nudge: (source, why) => running.get(source)?.feed.nudge(why, true),
    nudgeAll(why, evenIfOpen) {
      for (const { feed } of running.values()) feed.nudge(why, evenIfOpen);
    },
    async stop() {
      for (const id of [...running.keys()]) end(id);
      await Promise.all(ending);
    },
  };
}
