import type { Sound } from '../../preload/contract.ts';
import type { ToastNotice } from '../store/toasts.ts';

/** How many notices a digest tells by title. */
export const DIGEST_TITLES = 3;

/** What a toast tells: its unread notices, counted by source and by what they sound like, and the first of them. */
export type Told = {
  total: number;
  /** Most first. */
  sources: { source: string; count: number }[];
  kinds: { priority: number; sound: Sound | null; count: number }[];
  /** Newest first; what quiet hours held back: most important first. */
  notices: ToastNotice[];
  /** It tells what quiet hours held back, and nothing else. */
  quietEnd: boolean;
};

/** What is known of a toast after some of its notices: a digest may be of very many, and none of them is kept but the first. */
export type Tally = {
  groups: Map<string, { source: string; priority: number; sound: Sound | null; count: number }>;
  newest: ToastNotice[];
  mostImportant: ToastNotice[];
  quietEnd: boolean;
};

export const newTally = (): Tally => ({ groups: new Map(), newest: [], mostImportant: [], quietEnd: true });

export function addToTally(tally: Tally, notices: ToastNotice[]): void {
  const unread = notices.filter(({ isUnread }) => isUnread === 1);
  for (const { source, priority, sound } of unread) {
    const key = JSON.stringify([source, priority, sound]);
    const count = (tally.groups.get(key)?.count ?? 0) + 1;
    tally.groups.set(key, { source, priority, sound, count });
  }
  tally.newest = first([...tally.newest, ...unread], byTime);
  tally.mostImportant = first([...tally.mostImportant, ...unread], byPriority);
  tally.quietEnd &&= notices.every(({ wasHeld }) => wasHeld === 1);
}

export function toldOf({ groups, newest, mostImportant, quietEnd }: Tally): Told {
  const kinds = [...groups.values()];
  const sources = new Map<string, number>();
  for (const { source, count } of kinds) sources.set(source, (sources.get(source) ?? 0) + count);
  return {
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    sources: [...sources].map(([source, count]) => ({ source, count })).sort((a, b) => b.count - a.count),
    kinds,
    notices: quietEnd ? mostImportant : newest,
    quietEnd,
  };
}

const byTime = (a: ToastNotice, b: ToastNotice) => b.sortAt - a.sortAt || b.id - a.id;
const byPriority = (a: ToastNotice, b: ToastNotice) => b.priority - a.priority || byTime(a, b);

const first = (notices: ToastNotice[], order: typeof byTime) => notices.sort(order).slice(0, DIGEST_TITLES);
