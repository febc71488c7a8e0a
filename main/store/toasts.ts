import type { Sound } from '../../preload/contract.ts';
import type { ToastResult } from '../host.ts';
import type { Message } from '../words/message.ts';
import { type Db, prepared } from './database.ts';

/** Never handed to the system: nothing was left to show. */
export const NOTHING_LEFT: Message = ['nothingLeft'];
export const ENDED_BEFORE_ANSWER: Message = ['endedBeforeAnswer'];

export type ToastNotice = {
  id: number;
  source: string;
  title: string | null;
  body: string;
  /** 1: the body is Markdown. */
  markdown: 0 | 1;
  priority: number;
};

/** The digest that waits for its turn and takes in more until then; null when there is none. */
export function gatheringDigest(db: Db): number | null {
  const id = prepared(
    db,
    "SELECT id FROM toasts WHERE attemptedAt IS NULL AND kind = 'digest' ORDER BY id LIMIT 1",
  )
    .pluck()
    .get() as number | undefined;
  return id ?? null;
}

/** A toast that waits to be claimed. */
export function insertToast(db: Db, kind: 'single' | 'digest', now: number): number {
  return Number(
    prepared(db, 'INSERT INTO toasts (kind, createdAt) VALUES (?, ?)').run(kind, now).lastInsertRowid,
  );
}

/** What a claimed toast is to show: unread notices, counted by source and by what they sound like. */
export type Claimed = {
  total: number;
  sources: { source: string; count: number }[];
  kinds: { priority: number; sound: Sound | null; count: number }[];
  notices: ToastNotice[];
  /** It tells what quiet hours held back, and nothing else. */
  quietEnd: boolean;
};

/**
 * Claims a toast for showing, before it is handed to the system: at most once, whatever happens next.
 * @returns its unread notices, newest first (those that quiet hours held back: most important first), at most `limit`
 *   with how many there are; null when it was claimed already. A toast whose notices are all read or deleted meanwhile
 *   comes back with a total of 0.
 */
export function claimToast(db: Db, toast: number, now: number, limit: number): Claimed | null {
  const claimed = prepared(db, 'UPDATE toasts SET attemptedAt = ? WHERE id = ? AND attemptedAt IS NULL');
  if (claimed.run(now, toast).changes === 0) return null;
  // A digest may hold several versions of one notice.
  const unread =
    "FROM notices n WHERE n.readAt IS NULL AND n.place = 'inbox' AND n.id IN (SELECT notice FROM verdicts WHERE toast = ?)";
  const sources = prepared(
    db,
    `SELECT n.source, count(*) AS count ${unread} GROUP BY n.source ORDER BY count DESC, n.source`,
  ).all(toast) as { source: string; count: number }[];
  const kinds = prepared(
    db,
    `SELECT n.priority, n.sound, count(*) AS count ${unread} GROUP BY n.priority, n.sound ORDER BY n.priority DESC`,
  ).all(toast) as Claimed['kinds'];
  const other = prepared(db, "SELECT 1 FROM verdicts WHERE toast = ? AND reason <> 'quiet-end' LIMIT 1");
  const quietEnd = other.get(toast) === undefined;
  const order = `${quietEnd ? 'n.priority DESC, ' : ''}n.sortAt DESC, n.id DESC`;
  const notices = prepared(
    db,
    `SELECT n.id, n.source, n.title, n.body, n.markdown, n.priority ${unread} ORDER BY ${order} LIMIT ?`,
  ).all(toast, limit) as ToastNotice[];
  const total = sources.reduce((sum, { count }) => sum + count, 0);
  return { total, sources, kinds, notices, quietEnd };
}

export function recordToastResult(db: Db, toast: number, result: ToastResult, now: number): void {
  prepared(db, 'UPDATE toasts SET answeredAt = ?, failure = ? WHERE id = ?').run(
    now,
    result.shown ? null : JSON.stringify(result.reason),
    toast,
  );
}

/**
 * What an earlier run left. Toasts that were committed but never attempted become one digest, so that a crash
 * doesn't end in a volley; those attempted without an answer are not tried again: they may have been shown.
 * @returns the digest to show, or null when nothing was pending
 */
export function recoverToasts(db: Db, now: number): number | null {
  return db
    .transaction(() => {
      prepared(
        db,
        'UPDATE toasts SET answeredAt = ?, failure = ? WHERE attemptedAt IS NOT NULL AND answeredAt IS NULL',
      ).run(now, JSON.stringify(ENDED_BEFORE_ANSWER));
      const pending = prepared(db, 'SELECT count(*) FROM toasts WHERE attemptedAt IS NULL')
        .pluck()
        .get() as number;
      if (pending === 0) return null;
      const digest = insertToast(db, 'digest', now);
      prepared(
        db,
        `UPDATE verdicts SET toast = @digest
         WHERE toast IN (SELECT id FROM toasts WHERE attemptedAt IS NULL AND id <> @digest)`,
      ).run({ digest });
      prepared(db, 'DELETE FROM toasts WHERE attemptedAt IS NULL AND id <> ?').run(digest);
      return digest;
    })
    .immediate();
}

/** `failure`: a message as JSON, or what an earlier version was told in English; null: it was shown. */
export type LastToast = { at: number; failure: string | null };

/** What became of the newest toast that the system has answered; null when there is none. */
export function lastToast(db: Db): LastToast | null {
  const row = prepared(
    db,
    `SELECT answeredAt AS at, failure FROM toasts
     WHERE answeredAt IS NOT NULL AND failure IS NOT ? AND failure IS NOT ? ORDER BY id DESC LIMIT 1`,
  ).get(JSON.stringify(NOTHING_LEFT), JSON.stringify(ENDED_BEFORE_ANSWER));
  return (row as LastToast | undefined) ?? null;
}

/**
 * The toasts that show one of these notices alone, the last of each: to be taken back once it is read, moved or replaced.
 * Those before it have been.
 */
export function singleToastsOf(db: Db, notices: number[]): number[] {
  return prepared(
    db,
    `SELECT max(t.id) FROM verdicts v JOIN toasts t ON t.id = v.toast
     WHERE v.notice IN (SELECT value FROM json_each(?)) AND t.kind = 'single' GROUP BY v.notice`,
  )
    .pluck()
    .all(JSON.stringify(notices)) as number[];
}
