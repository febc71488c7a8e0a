import type { Preferences } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import { UNDO_MS } from './inbox/undo.ts';
import { finishLeaving } from './leaving.ts';
import { createLookout, type Lookout } from './lookout.ts';
import { eachPortion, inPortions } from './portions.ts';
import type { Db } from './store/database.ts';
import type { JournalEntry } from './store/journal.ts';
import { findDeleted, removeDeleted } from './store/places.ts';
import {
  countNotices,
  FROM_THE_OLDEST,
  forgetSome,
  forgettable,
  type Prune,
  pruneSome,
} from './store/retention.ts';
import { keepRuleCounts } from './store/rule-counts.ts';
import type { Message } from './words/message.ts';

const DAY_MS = 24 * 3_600_000;
/** What the person changed is left alone for so long: arrow keys lead to a limit over those between. */
const SETTLE_MS = 60_000;

export type RetentionOptions = {
  db: Db;
  clock: Clock;
  preferences: () => Kept;
  /** Something the person did can still be taken back: what is pruned now might be of it. */
  canUndo: () => boolean;
  journal: (entry: JournalEntry) => void;
  onChange: () => void;
  /** The ids of those that there are. */
  rules: () => string[];
  onError: (error: unknown) => void;
};

/**
 * Keeps the history as small as the person wants it: at the start, daily, and a minute after they change their mind; while
 * they sort their inbox it waits. Also removes what an earlier run had only hidden.
 */
export function keepTidy(options: RetentionOptions): Lookout {
  const { db, clock, preferences, canUndo, onError } = options;
  let isFirst = true;
  let lastAt = Number.NEGATIVE_INFINITY;
  let lastKept = '';
  let wanted: string | null = null;
  let wantedAt = Number.NEGATIVE_INFINITY;

  /** Lookouts look more often than a day. */
  const isDue = () => Math.abs(clock() - lastAt) >= DAY_MS || wanted !== lastKept;
  const isSettled = () => Math.abs(clock() - wantedAt) >= SETTLE_MS;
  const lookAtLimits = () => {
    const { keepDays, keepCount } = preferences();
    const now = JSON.stringify({ keepDays, keepCount });
    if (now !== wanted && wanted !== null) wantedAt = clock();
    wanted = now;
  };

  return createLookout({
    clock,
    onError,
    async act(isStopped) {
      if (isFirst) {
        isFirst = false;
        const deleted = findDeleted(db); // what is deleted from here on can be undone
        keepRuleCounts(db, options.rules());
        await finishLeaving(db, isStopped);
        await eachPortion(db, deleted, (some) => removeDeleted(db, some), isStopped);
      }
      lookAtLimits();
      if (!isDue() || !isSettled() || canUndo()) return;
      lastAt = clock();
      lastKept = wanted ?? '';
      const gone = await prune(db, limits(db, preferences(), lastAt), isStopped);
      if (preferences().keepDays !== null || preferences().keepCount !== null) await forget(db, isStopped);
      if (gone > 0) tell(options, gone);
    },
    next() {
      if (!isDue()) return lastAt + DAY_MS;
      return isSettled() ? clock() + UNDO_MS : wantedAt + SETTLE_MS;
    },
  });
}

type Kept = Pick<Preferences, 'keepDays' | 'keepCount'>;

function limits(db: Db, { keepDays, keepCount }: Kept, now: number): Prune {
  return {
    before: keepDays === null ? null : now - keepDays * DAY_MS,
    excess: keepCount === null ? 0 : countNotices(db) - keepCount,
  };
}

/** @returns how many notices went */
async function prune(db: Db, { before, excess }: Prune, isStopped: () => boolean): Promise<number> {
  let gone = 0;
  let after = FROM_THE_OLDEST;
  await inPortions(db, (portion) => {
    if (isStopped()) return false;
    const pruned = pruneSome(db, { before, excess: excess - gone }, after, portion);
    gone += pruned.gone;
    after = pruned.next ?? after;
    return pruned.next !== null;
  });
  return gone;
}

async function forget(db: Db, isStopped: () => boolean): Promise<void> {
  for (const source of forgettable(db)) {
    let after: string | null = '';
    await inPortions(db, (portion) => {
      if (isStopped() || after === null) return false;
      after = forgetSome(db, source, after, portion);
      return after !== null;
    });
  }
}

function tell({ clock, journal, onChange }: RetentionOptions, gone: number): void {
  const says: Message = gone === 1 ? ['prunedOne'] : ['pruned', gone];
  journal({ at: clock(), source: null, kind: 'pruned', says, detail: null, span: null });
  onChange();
}
