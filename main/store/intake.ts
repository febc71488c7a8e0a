import type { Arrival, Draft } from '../notice.ts';
import type { Verdict } from '../policy/decide.ts';
import { FLOOD_WINDOW_MS } from '../policy/decide.ts';
import { type Db, prepared } from './database.ts';
import { type FeedMemory, rememberFeed } from './feeds.ts';
import { gatheringDigest, insertToast } from './toasts.ts';

/** What one event of a feed brought. */
export type Intake = {
  source: string;
  arrival: Arrival;
  drafts: Draft[];
  /** What the feed must remember once this is committed: its new cursor above all. */
  memory: Partial<FeedMemory>;
};

export type Committed = {
  /** Ids of the notices that were new, in the order of the event. */
  notices: number[];
  /** Toasts that wait to be shown now. */
  toasts: number[];
  /** The digest that gathered some of them, if any. */
  digest: number | null;
};

/** Asked once, inside the transaction, about the notices that are really new. */
export type Decide = (fresh: Draft[], recentToasts: number) => Verdict[];

export const ARRIVAL = 'arrival';

/**
 * THE transaction: new notices, their identities, verdicts, pending toasts and the feed's cursor commit together
 * or not at all. Nothing may be shown before this has returned.
 * @param now unix milliseconds
 * @throws SqliteError when the disk is full, the folder read-only…: nothing was stored, the cursor stands still.
 */
export function commitIntake(db: Db, intake: Intake, decide: Decide, now: number): Committed {
  return db
    .transaction(() => {
      const fresh = intake.drafts.filter((draft) => markSeen(db, intake.source, draft.key));
      const verdicts = fresh.length > 0 ? decide(fresh, countRecentToasts(db, now)) : [];
      const committed: Committed = { notices: [], toasts: [], digest: null };
      fresh.forEach((draft, index) => {
        const verdict = verdicts[index];
        if (!verdict) throw new Error('Policy gave fewer verdicts than there are notices');
        const notice = insertNotice(db, intake, draft, verdict, now);
        const toast = toastFor(db, verdict, committed, now);
        insertVerdict(db, notice, verdict, toast, now);
        committed.notices.push(notice);
      });
      if (Object.keys(intake.memory).length > 0) rememberFeed(db, intake.source, intake.memory);
      return committed;
    })
    .immediate();
}

function markSeen(db: Db, source: string, key: string): boolean {
  return (
    prepared(db, 'INSERT OR IGNORE INTO seen (source, key) VALUES (?, ?)').run(source, key).changes === 1
  );
}

function countRecentToasts(db: Db, now: number): number {
  return prepared(db, "SELECT count(*) FROM verdicts WHERE verdict = 'toast' AND at > ? AND at <= ?")
    .pluck()
    .get(now - FLOOD_WINDOW_MS, now) as number;
}

function insertNotice(db: Db, intake: Intake, draft: Draft, verdict: Verdict, now: number): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO notices
         (source, title, body, topic, priority, link, tags, createdAt, receivedAt, sortAt, readAt, arrival)
       VALUES
         (@source, @title, @body, @topic, @priority, @link, @tags, @createdAt, @now, @sortAt, @readAt, @arrival)`,
  ).run({
    source: intake.source,
    title: draft.title,
    body: draft.body,
    topic: draft.topic,
    priority: draft.priority,
    link: draft.link,
    tags: JSON.stringify(draft.tags),
    createdAt: draft.createdAt,
    now,
    sortAt: Math.min(draft.createdAt ?? now, now),
    readAt: verdict.reason === 'history' ? now : null,
    arrival: intake.arrival,
  });
  return Number(lastInsertRowid);
}

/** A toast of its own, or the one digest that is gathering. */
function toastFor(db: Db, { verdict }: Verdict, committed: Committed, now: number): number | null {
  if (verdict === 'toast') {
    const toast = insertToast(db, 'single', now);
    committed.toasts.push(toast);
    return toast;
  }
  if (verdict === 'digest') {
    committed.digest ??= gatheringDigest(db) ?? insertToast(db, 'digest', now);
    return committed.digest;
  }
  return null;
}

function insertVerdict(db: Db, notice: number, verdict: Verdict, toast: number | null, now: number): void {
  prepared(
    db,
    'INSERT INTO verdicts (notice, occasion, verdict, reason, at, toast) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(notice, ARRIVAL, verdict.verdict, verdict.reason, now, toast);
}
