import type { Clock } from './clock.ts';
import { createLookout, type Lookout } from './lookout.ts';
import { pauseAt } from './policy/pause.ts';
import { nextQuietChange, quietUntil } from './policy/quiet.ts';
import { inPortions } from './portions.ts';
import type { GuardedFile } from './settings/guarded-file.ts';
import type { Settings } from './settings/schema.ts';
import type { Db } from './store/database.ts';
import { releaseHeld } from './store/held.ts';
import type { Committed } from './store/outcome.ts';

export type QuietOptions = {
  db: Db;
  settings: GuardedFile<Settings>;
  clock: Clock;
  /** Quiet hours or a pause may have begun or ended. */
  onChange: () => void;
  /** Quiet hours are over, and this is left to be shown. */
  onRelease: (committed: Committed) => void;
  /** Neither quiet hours nor a pause forbid toasts, and what was held is released. */
  onLoud: () => void;
  onError: (error: unknown) => void;
};

/** Ends pauses in their time, and tells what came in quiet hours once neither they nor a pause forbid it. */
export function watchQuiet({
  db,
  settings,
  clock,
  onChange,
  onRelease,
  onLoud,
  onError,
}: QuietOptions): Lookout {
  const paused = () => pauseAt(settings.read().paused, clock());

  return createLookout({
    clock,
    onError,
    async act(isStopped) {
      const now = clock();
      if (paused() === null && quietUntil(settings.read().quietHours, now) === null) {
        const muted = settings.read().sources.flatMap((source) => (source.muted ? [source.id] : []));
        await inPortions(db, (portion) => {
          if (isStopped()) return false;
          const { committed, released } = releaseHeld(db, now, portion, muted);
          onRelease(committed);
          return released === portion;
        });
        if (!isStopped()) onLoud();
      }
      if (isStopped()) return;
      const last = settings.read();
      if (last.paused !== null && paused() === null) settings.write({ ...last, paused: null });
      onChange();
    },
    next() {
      const pause = paused();
      const moments = [
        nextQuietChange(settings.read().quietHours, clock()),
        pause === 'forever' ? null : pause,
      ];
      const known = moments.filter((moment) => moment !== null);
      return known.length > 0 ? Math.min(...known) : null;
    },
  });
}
