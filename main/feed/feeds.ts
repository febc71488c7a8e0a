import type { FeedState } from '../../preload/contract.ts';
import type { Source } from '../settings/schema.ts';
import type { Feed } from './feed.ts';

export type Feeds = {
  /** Starts, restarts and stops feeds so that they match the sources. */
  sync: (sources: Source[]) => void;
  state: (source: string) => FeedState;
  nudge: (source: string, why: string) => void;
  nudgeAll: (why: string, evenIfOpen: boolean) => void;
  stop: () => Promise<void>;
};

/** The running feed of every source that is turned on. */
export function createFeeds(start: (source: Source) => Feed): Feeds {
  const running = new Map<string, { url: string; feed: Feed }>();
  const ending = new Set<Promise<void>>();

  const end = (id: string) => {
    const stopped = running.get(id)?.feed.stop();
    running.delete(id);
    if (!stopped) return;
    ending.add(stopped);
    void stopped.finally(() => ending.delete(stopped));
  };

  return {
    sync(sources) {
      const wanted = new Map(sources.filter(({ enabled }) => enabled).map((source) => [source.id, source]));
      for (const [id, { url }] of running) if (wanted.get(id)?.url !== url) end(id);
      for (const [id, source] of wanted) {
        if (!running.has(id)) running.set(id, { url: source.url, feed: start(source) });
      }
    },
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
