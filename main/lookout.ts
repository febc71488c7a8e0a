import type { Clock } from './clock.ts';

/** The wall clock decides, and it can be set while a timer runs on by itself: it is looked at this often. */
const LOOK_MS = 3_600_000;
/** What failed is tried again: another program may have held the history for a moment. */
const AGAIN_MS = 60_000;

export type Lookout = {
  /** Acts on what is due and waits for the next: at the start, after a sleep, and whenever something was changed. */
  look: () => void;
  stop: () => void;
};

export type LookoutOptions = {
  clock: Clock;
  /** Does what is due; one at a time. May take several turns of the event loop: then `isStopped` ends it early. */
  act: (isStopped: () => boolean) => Promise<void>;
  /** When something is due next, unix milliseconds; null: nothing that is known of. */
  next: () => number | null;
  onError: (error: unknown) => void;
};

/** Waits for moments by the wall clock, over sleep, and acts on them once they have come. */
export function createLookout({ clock, act, next, onError }: LookoutOptions): Lookout {
  let timer: NodeJS.Timeout | undefined;
  let acting = false;
  let again = false;
  let stopped = false;

  async function look(): Promise<void> {
    again = true;
    if (acting) return;
    acting = true;
    try {
      while (again && !stopped) {
        again = false;
        await act(() => stopped);
      }
      if (!stopped) wait(next());
    } catch (error) {
      onError(error);
      if (!stopped) wait(clock() + AGAIN_MS);
    } finally {
      acting = false;
    }
  }

  function wait(until: number | null): void {
    clearTimeout(timer);
    if (until === null) return;
    timer = setTimeout(() => void look(), Math.min(LOOK_MS, Math.max(0, until - clock())));
  }

  return {
    look: () => void look(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
