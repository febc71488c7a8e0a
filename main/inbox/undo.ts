import { inPortions, PORTION } from '../portions.ts';
import type { Db } from '../store/database.ts';
import { deleteNotices } from '../store/notices.ts';
import {
  type FormerPlace,
  type FormerRead,
  type Placing,
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
  stop: () => void;
};

/**
 * The last changes that can be taken back. What was deleted is only hidden until then, and goes for good when its
 * change is forgotten: after ten minutes, or because many others came after it.
 */
export function createUndo(db: Db, onError: (error: unknown) => void): Undo {
  const changes = new Map<number, { change: Change; timer: NodeJS.Timeout }>();
  let last = 0;

  const forget = (id: number) => {
    const known = changes.get(id);
    if (!known) return;
    clearTimeout(known.timer);
    changes.delete(id);
    const { change } = known;
    if (change.kind !== 'moved' || change.to.place !== 'deleted') return;
    try {
      deleteNotices(
        db,
        change.former.map(({ id }) => id),
      );
    } catch (error) {
      onError(error); // they stay hidden, and go at the next start
    }
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
    stop() {
      for (const { timer } of changes.values()) clearTimeout(timer);
    },
  };
}

async function restore(db: Db, change: Change): Promise<boolean> {
  let restored = 0;
  let from = 0;
  await inPortions(() => {
    const until = from + PORTION;
    restored +=
      change.kind === 'moved'
        ? restorePlaces(db, change.former.slice(from, until), change.to)
        : restoreRead(db, change.former.slice(from, until), change.readAt);
    from = until;
    return from < change.former.length;
  });
  return restored > 0;
}
