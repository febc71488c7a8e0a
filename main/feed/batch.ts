import type { Draft, Retraction } from '../notice.ts';
import type { FeedMemory } from '../store/feeds.ts';

export type Portion = { drafts: Draft[]; retractions: Retraction[]; memory: Partial<FeedMemory> };

/** So many notices share a transaction and a decision: few enough that the window does not feel it… */
const MAX_NOTICES = 100;
/** …or this much text… */
const MAX_CHARS = 4 * 1024 * 1024;
/** …or what comes within this time. */
const MAX_WAIT_MS = 100;

/**
 * Gathers what a catch-up brings: thousands of notices cost a few transactions, and are seen by policy as the flood they are.
 * @param store may throw: from `add` and `flush` it reaches the caller, from the timer `fail`
 */
export function createBatch(store: (portion: Portion) => void, fail: (error: unknown) => void) {
  let waiting: Portion | null = null;
  let chars = 0;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    const portion = waiting;
    waiting = null;
    chars = 0;
    if (portion) store(portion);
  }

  return {
    flush,
    add({ drafts, retractions, memory }: Portion): void {
      // Within a portion retractions take effect after the drafts.
      if (waiting && waiting.retractions.length > 0 && drafts.length > 0) flush();
      if (!waiting) {
        waiting = { drafts: [], retractions: [], memory: {} };
        timer = setTimeout(() => {
          try {
            flush();
          } catch (error) {
            fail(error);
          }
        }, MAX_WAIT_MS);
      }
      waiting.drafts.push(...drafts);
      waiting.retractions.push(...retractions);
      Object.assign(waiting.memory, memory);
      for (const { body, raw } of drafts) chars += body.length + (raw?.length ?? 0);
      if (waiting.drafts.length >= MAX_NOTICES || chars >= MAX_CHARS) flush();
    },
  };
}
