import type { NoticeFilter } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import type { Host } from './host.ts';
import { NOTHING_IN_VIEW, type View } from './inbox/handlers.ts';
import type { Desktop } from './policy/decide.ts';
import type { Db } from './store/database.ts';
import { listNotices } from './store/listing.ts';

export type InView = {
  /** What the window last said it shows. */
  set: (view: View) => void;
  /** Whoever sends a test wants to see its toast, though the inbox is before their eyes. Call back when it is over. */
  expectToast: () => () => void;
  /** What is before the person's eyes, looked up once for all notices of an event. */
  look: () => Desktop;
};

/** Which notices would be seen without a toast, because the inbox is in front of the person and shows them. */
export function createInView(db: Db, host: Pick<Host, 'focused'>, clock: Clock): InView {
  let view = NOTHING_IN_VIEW;
  let expected = 0;
  return {
    set: (next) => {
      view = next;
    },
    expectToast() {
      expected += 1;
      return () => {
        expected -= 1;
      };
    },
    look() {
      const inFront = expected === 0 && host.focused() && view.attended && view.listVisible && view.atTop;
      // The list takes a notice in as one of its first rows, which every window has room for, or it goes unseen.
      const third = inFront ? listNotices(db, view.filter, null, 3).notices[2] : undefined;
      return {
        visible: (source, createdAt) =>
          inFront &&
          showsArrivalsOf(view.filter, source) &&
          (third === undefined || (createdAt ?? clock()) >= third.sortAt),
      };
    },
  };
}

/** Only where no notice of the source is left out can it be told beforehand that a new one shows. */
function showsArrivalsOf({ view, source, topic, minPriority }: NoticeFilter, of: string): boolean {
  const isAll = topic === null && minPriority === null && (source === null || source === of);
  return isAll && (view === 'inbox' || view === 'unread');
}
