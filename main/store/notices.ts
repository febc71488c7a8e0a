import type { NoticeDetail } from '../../preload/contract.ts';
import type { Action, Arrival } from '../notice.ts';
import type { AppliedRule } from '../policy/rules.ts';
import { type Db, prepared } from './database.ts';
import { ROW_COLUMNS, readTags } from './listing.ts';

const DETAIL_COLUMNS = 'createdAt, receivedAt, arrival, icon, attachments, actions, raw';

/** A notice with all that is kept of it. */
export type StoredNotice = Omit<NoticeDetail, 'why' | 'toasted' | 'actions'> & {
  arrival: Arrival;
  actions: Action[];
};

/** @returns null for one that is gone, or deleted in a way that can still be undone */
export function readNotice(db: Db, id: number): StoredNotice | null {
  const row = prepared(
    db,
    `SELECT ${ROW_COLUMNS}, ${DETAIL_COLUMNS} FROM notices WHERE id = ? AND place <> 'deleted'`,
  ).get(id) as
    | (Record<'tags' | 'attachments' | 'actions', string> &
        Omit<StoredNotice, 'tags' | 'attachments' | 'actions' | 'markdown'> & { markdown: number })
    | undefined;
  if (!row) return null;
  return {
    ...row,
    tags: readTags(row.tags),
    markdown: row.markdown === 1,
    attachments: JSON.parse(row.attachments) as StoredNotice['attachments'],
    actions: JSON.parse(row.actions) as Action[],
  };
}

/** So many of the last to come are looked through for one that is expected. */
const RECENT = 10_000;

/** The newest notice of a source that contains the text, be it in what was sent and isn't shown; null when there is none among the last to come. */
export function findNotice(db: Db, source: string, text: string): number | null {
  const found = prepared(
    db,
    `SELECT id FROM notices WHERE source = @source AND (instr(body, @text) > 0 OR instr(raw, @text) > 0)
     AND id > (SELECT max(id) FROM notices) - ${RECENT} ORDER BY id DESC LIMIT 1`,
  );
  return (found.pluck().get({ source, text }) as number | undefined) ?? null;
}

export type StoredVerdict = {
  occasion: string;
  verdict: string;
  reason: string;
  at: number;
  toastKind: 'single' | 'digest' | null;
  attemptedAt: number | null;
  answeredAt: number | null;
  failure: string | null;
  /** Those that took part, in their order. */
  rules: AppliedRule[];
};

/** What came every second for a day is told by its counter. */
const VERDICTS_KEPT = 200;

const NEWEST_FIRST = "ORDER BY v.at DESC, v.occasion = 'arrival', v.occasion DESC";

/** Forgets all but the last verdicts of a notice, and the toasts that showed nothing else. */
export function trimVerdicts(db: Db, notice: number): void {
  const old = prepared(
    db,
    `SELECT occasion, toast FROM verdicts v WHERE notice = ? ${NEWEST_FIRST} LIMIT -1 OFFSET ${VERDICTS_KEPT}`,
  ).all(notice) as { occasion: string; toast: number | null }[];
  if (old.length === 0) return;
  for (const { occasion } of old) {
    prepared(db, 'DELETE FROM verdicts WHERE notice = ? AND occasion = ?').run(notice, occasion);
  }
  const toasts = old.flatMap(({ toast }) => toast ?? []);
  deleteEmptyToasts(db, toasts);
}

/** Those among them that show no notice any more. */
function deleteEmptyToasts(db: Db, toasts: number[]): void {
  prepared(
    db,
    `DELETE FROM toasts WHERE id IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM verdicts WHERE toast = toasts.id)`,
  ).run(JSON.stringify(toasts));
}

/** The last verdicts of a notice, oldest first, each with what became of its toast. */
export function readVerdicts(db: Db, notice: number): StoredVerdict[] {
  const rows = prepared(
    db,
    `SELECT v.occasion, v.verdict, v.reason, v.at, t.kind AS toastKind, t.attemptedAt, t.answeredAt, t.failure,
       v.rules FROM verdicts v LEFT JOIN toasts t ON t.id = v.toast WHERE v.notice = ?
       ${NEWEST_FIRST} LIMIT ${VERDICTS_KEPT}`,
  ).all(notice) as (Omit<StoredVerdict, 'rules'> & { rules: string | null })[];
  return rows.reverse().map(({ rules, ...row }) => ({
    ...row,
    rules: rules === null ? [] : (JSON.parse(rules) as AppliedRule[]),
  }));
}

/**
 * For good, with their verdicts and the toasts that showed nothing else. Their identities stay in `seen`: a server that
 * sends them again doesn't bring them back.
 */
export function deleteNotices(db: Db, ids: number[]): void {
  const given = JSON.stringify(ids);
  const toasts = prepared(
    db,
    'SELECT DISTINCT toast FROM verdicts WHERE toast IS NOT NULL AND notice IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .all(given) as number[];
  prepared(db, 'DELETE FROM notices WHERE id IN (SELECT value FROM json_each(?))').run(given);
  deleteEmptyToasts(db, toasts);
}
