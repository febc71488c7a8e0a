import { eachPortion, inPortions } from '../portions.ts';
import {
  countThere,
  type FormerPlace,
  type FormerRead,
  lastNotice,
  markRead,
  markSomeRead,
  moveNotices,
  type Placing,
} from '../store/places.ts';
import { singleToastsOf } from '../store/toasts.ts';
import type { Handlers, RequestParts } from './handlers.ts';

type TriageRequests = Pick<Handlers, 'markRead' | 'markAllRead' | 'moveNotices' | 'snoozeNotices' | 'undo'>;

/** What a person does about notices; each can be taken back. */
export function createTriageRequests(parts: RequestParts): TriageRequests {
  const { db, host, clock, changed, undo, returns } = parts;

  const withdrawToasts = (notices: { id: number }[]) => {
    for (const toast of singleToastsOf(
      db,
      notices.map(({ id }) => id),
    ))
      host.withdraw(toast);
  };
  const move = async (ids: number[], to: Placing) => {
    const former: FormerPlace[] = [];
    let there = 0;
    await eachPortion(db, ids, (some) => {
      former.push(...moveNotices(db, some, to));
      there += countThere(db, some, to);
    });
    if (to.place !== 'inbox') withdrawToasts(former);
    returns.look();
    changed.notices();
    return { undo: undo.remember({ kind: 'moved', former, to }), there };
  };

  return {
    markRead({ ids, read }) {
      const now = clock();
      const former = markRead(db, ids, read, now);
      if (read) withdrawToasts(former);
      changed.notices();
      return { undo: undo.remember({ kind: 'marked', former, readAt: read ? now : null }) };
    },
    async markAllRead(among) {
      const now = clock();
      const last = lastNotice(db); // what comes meanwhile stays unread
      const former: FormerRead[] = [];
      await inPortions(db, (portion) => {
        const some = markSomeRead(db, among, { last, limit: portion, now });
        withdrawToasts(some);
        former.push(...some);
        return some.length === portion;
      });
      changed.notices();
      return { undo: undo.remember({ kind: 'marked', former, readAt: now }), marked: former.length };
    },
    moveNotices: ({ ids, to }) => move(ids, { place: to, heldUntil: null }),
    snoozeNotices: ({ ids, until }) => move(ids, { place: 'snoozed', heldUntil: until }),
    async undo({ undo: id }) {
      const undone = await undo.undo(id);
      returns.look();
      changed.notices();
      return { undone };
    },
  };
}
