import { eachPortion } from '../portions.ts';
import type { Db } from '../store/database.ts';
import {
  type FormerPlace,
  type FormerRead,
  type Placing,
  removeDeleted,
  restorePlaces,
  restoreRead,
} from '../store/places.ts';

/** What was done and how things were before; kept in memory, for this run. */
export type Change =
  | { kind: 'moved'; former: FormerPlace[]; to: Placing }
  | { kind: 'marked'; former: FormerRead[]; readAt: number | null };

export const UNDO_KEPT = 50;
export const UNDO_MS = 10 * 60_000;

export type Undo = {
  /** @returns what to undo it by */
  remember: (change: Change) => number;
  /** @returns whether anything is as it was again */
  undo: (id: number) => Promise<boolean>;
  /** Whether there is anything that can be taken back. */
  canUndo: () => boolean;
  stop: () => void;
};

/**
 * The last changes that can be taken back. What was deleted is only hidden until then, and goes for good when its
 * change is forgotten: after ten minutes, or because many others came after it.
 */
export function createUndo(db: Db, onError: (error: unknown) => void): Undo {
  const changes = new Map<number, { change: Change; timer: NodeJS.Timeout }>();
  let last = 0;
  let stopped = false;

  const forget = (id: number) => {
    const known = changes.get(id);
    if (!known) return;
    clearTimeout(known.timer);
    changes.delete(id);
    const { change } = known;
    if (change.kind !== 'moved' || change.to.place !== 'deleted') return;
    const ids = change.former.map(({ id }) => id);
    // What fails or is left stays hidden, and goes at the next start.
    eachPortion(
      db,
      ids,
      (some) => removeDeleted(db, some),
      () => stopped,
    ).catch(onError);
  };

  return {
    remember(change) {
      last += 1;
      const id = last;
      if (change.former.length === 0) return id;
      changes.set(id, { change, timer: setTimeout(() => forget(id), UNDO_MS) });
      const [oldest] = changes.keys();
      if (changes.size > UNDO_KEPT && oldest !== undefined) forget(oldest);
      return id;
    },
    async undo(id) {
      const known = changes.get(id);
      if (!known) return false;
      clearTimeout(known.timer);
      changes.delete(id);
      return restore(db, known.change);
    },
    canUndo: () => changes.size > 0,
    stop() {
      stopped = true;
      for (const { timer } of changes.values()) clearTimeout(timer);
    },
  };
}

async function restore(db: Db, change: Change): Promise<boolean> {
  let restored = 0;
  if (change.kind === 'moved') {
    await eachPortion(db, change.former, (some) => {
      restored += restorePlaces(db, some, change.to);
    });
  } else {
    await eachPortion(db, change.former, (some) => {
      restored += restoreRead(db, some, change.readAt);
    });
  }
  return restored > 0;
}
