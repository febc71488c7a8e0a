import type { Sound } from '../../preload/contract.ts';
import type { ToastResult } from '../host.ts';
import type { Message } from '../words/message.ts';
import { type Db, prepared } from './database.ts';

/** Never handed to the system: nothing was left to show. */
export const NOTHING_LEFT: Message = ['nothingLeft'];
export const ENDED_BEFORE_ANSWER: Message = ['endedBeforeAnswer'];

/** A notice that a toast tells of. */
export type ToastNotice = {
  id: number;
  source: string;
  title: string | null;
  /** At most so many characters as were asked for. */
  body: string;
  /** 1: the body is Markdown. */
  markdown: 0 | 1;
  priority: number;
  sound: Sound | null;
  sortAt: number;
  /** 1: it is unread and in the inbox. */
  isUnread: 0 | 1;
  /** 1: the toast tells it for no other reason than that quiet hours, which held it back, are over. */
  wasHeld: 0 | 1;
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

/**
 * A toast may hold several versions of a notice. CROSS JOIN: its notices are looked up, rather than all of the inbox held
 * against them. https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join
 */
export const NOTICES_OF_TOAST = `
  SELECT v.notice AS id, n.source, n.title, substr(n.body, 1, @letters) AS body, n.markdown, n.priority, n.sound, n.sortAt,
    n.readAt IS NULL AND n.place = 'inbox' AS isUnread, min(v.reason = 'quiet-end') AS wasHeld
  FROM verdicts v INDEXED BY verdicts_of_toast CROSS JOIN notices n ON n.id = v.notice
  WHERE v.toast = @toast AND v.notice > @after GROUP BY v.notice ORDER BY v.notice LIMIT @limit`;

/** The notices of a toast in the order they came, at most `limit` after the one with the id `after`. */
export function noticesOfToast(
  db: Db,
  toast: number,
  page: { after: number; limit: number; letters: number },
): ToastNotice[] {
  return prepared(db, NOTICES_OF_TOAST).all({ toast, ...page }) as ToastNotice[];
}

/**
 * Claims a toast for showing, before it is handed to the system: at most once, whatever happens next.
 * @returns false when it was claimed already
 */
export function claimToast(db: Db, toast: number, now: number): boolean {
  const claimed = prepared(db, 'UPDATE toasts SET attemptedAt = ? WHERE id = ? AND attemptedAt IS NULL');
  return claimed.run(now, toast).changes === 1;
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
        `UPDATE toasts INDEXED BY toasts_unanswered SET answeredAt = ?, failure = ?
         WHERE attemptedAt IS NOT NULL AND answeredAt IS NULL`,
      ).run(now, JSON.stringify(ENDED_BEFORE_ANSWER));
      const pending = prepared(db, 'SELECT count(*) FROM toasts WHERE attemptedAt IS NULL')
        .pluck()
        .get() as number;
      if (pending === 0) return null;
      const digest = gatheringDigest(db) ?? insertToast(db, 'digest', now);
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
