import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Host } from '../host.ts';
import type { Arrival } from '../notice.ts';
import type { Db } from '../store/database.ts';
import type { Committed } from '../store/outcome.ts';
import { markRead } from '../store/places.ts';
import {
  claimToast,
  NOTHING_LEFT,
  noticesOfToast,
  recordToastResult,
  recoverToasts,
} from '../store/toasts.ts';
import type { Words } from '../words/words.ts';
import { MAX_BODY, type ToastPreferences, toastText } from './text.ts';
import { addToTally, newTally, type Told, toldOf } from './told.ts';

/** A digest gathers until nothing was added for this long… */
export const DIGEST_QUIET_MS = 2_000;
/** …but no longer than this. */
export const DIGEST_MAX_MS = 10_000;
/** What was missed over a long time away is one piece of news, and a slow server takes its time over each part… */
export const DIGEST_OF_MISSED_QUIET_MS = 5_000;
/** …but no longer than this in all. */
const DIGEST_OF_MISSED_MAX_MS = 10 * 60_000;
/** So many notices of a digest are read at once: all of most, and no more of a huge one than the window can wait for. */
const PORTION = 500;

export type DeliveryOptions = {
  db: Db;
  host: Pick<Host, 'toast' | 'showInbox'>;
  clock: Clock;
  /** Undefined: it has been removed. */
  nameOf: (source: string) => string | undefined;
  preferences: () => ToastPreferences;
  words: () => Words;
  /** Something about notices or toasts changed. */
  onChange: () => void;
  /** The store failed while a toast was handled. */
  onError: (error: unknown) => void;
};

export type Delivery = {
  /** Shows what a committed transaction left to show: toasts at once, its digest when it has gathered. */
  deliver: (committed: Committed, arrival: Arrival) => void;
  /** Makes one digest of what an earlier run committed and didn't get to show… */
  recover: () => void;
  /** …which waits until neither quiet hours nor a pause forbid it. */
  showRecovered: () => void;
  stop: () => void;
};

export function createDelivery(options: DeliveryOptions): Delivery {
  const { db, host, clock } = options;
  let gathering: { digest: number; since: number; timer: NodeJS.Timeout } | null = null;
  let recovered: number | null = null;
  let stopped = false;

  /** Claimed in the store before it is handed over: a crash in between loses a toast rather than doubling it. */
  async function show(toast: number): Promise<void> {
    const told = await read(toast);
    if (!told || stopped || !claimToast(db, toast, clock())) return;
    if (told.total === 0) {
      return recordToastResult(db, toast, { shown: false, reason: NOTHING_LEFT }, clock());
    }
    const only = told.total === 1 ? (told.notices[0]?.id ?? null) : null;
    const text = toastText(told, options.nameOf, options.preferences(), options.words().desktop);
    const result = await host.toast({ id: toast, ...text }, () => click(only));
    if (stopped) return; // the store is closed; the next start notes that no answer came
    recordToastResult(db, toast, result, clock());
    options.onChange();
  }

  /** @returns null when Bellhop ends: the toast stays for the next start */
  async function read(toast: number): Promise<Told | null> {
    const tally = newTally();
    for (let after = 0; !stopped; await setImmediate()) {
      const notices = noticesOfToast(db, toast, { after, limit: PORTION, letters: MAX_BODY });
      addToTally(tally, notices);
      if (notices.length < PORTION) return toldOf(tally);
      after = notices.at(-1)?.id ?? after;
    }
    return null;
  }

  function click(notice: number | null): void {
    if (stopped) return;
    if (notice !== null) safely(() => markRead(db, [notice], true, clock()));
    host.showInbox(notice);
    options.onChange();
  }

  /** Nobody waits for what happens here, and an exception would end Bellhop. */
  function safely(action: () => void): void {
    try {
      action();
    } catch (error) {
      options.onError(error);
    }
  }

  const showSafely = (toast: number) => void show(toast).catch(options.onError);

  function gather(digest: number, arrival: Arrival): void {
    const [quietMs, maxMs] =
      arrival === 'catch-up'
        ? [DIGEST_OF_MISSED_QUIET_MS, DIGEST_OF_MISSED_MAX_MS]
        : [DIGEST_QUIET_MS, DIGEST_MAX_MS];
    const since = gathering?.digest === digest ? gathering.since : performance.now();
    if (gathering) clearTimeout(gathering.timer);
    const wait = Math.min(quietMs, Math.max(0, since + maxMs - performance.now()));
    const timer = setTimeout(() => {
      gathering = null;
      showSafely(digest);
    }, wait);
    gathering = { digest, since, timer };
  }

  return {
    deliver({ toasts, digest }, arrival) {
      if (stopped) return; // they stay pending: the next start shows them
      for (const toast of toasts) showSafely(toast);
      if (digest !== null) gather(digest, arrival);
    },
    recover() {
      safely(() => {
        recovered = recoverToasts(db, clock());
      });
    },
    showRecovered() {
      if (recovered !== null && !stopped) showSafely(recovered);
      recovered = null;
    },
    stop() {
      stopped = true;
      if (gathering) clearTimeout(gathering.timer);
    },
  };
}
