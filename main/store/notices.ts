import type { NoticeDetail, NoticeFilter, NoticeKey, NoticeRow, Page } from '../../preload/contract.ts';
import type { Action, Arrival } from '../notice.ts';
import { type Db, prepared } from './database.ts';
import { listGaps } from './journal.ts';

const COLUMNS = 'id, source, title, body, topic, priority, link, tags, sortAt, readAt';
type StoredRow = Omit<NoticeRow, 'tags'> & { tags: string };
const readTags = (tags: string) => JSON.parse(tags) as string[];
const DETAIL_COLUMNS = 'createdAt, receivedAt, arrival, markdown, icon, attachments, actions, raw';

/** How much of a body a list row carries; the detail has the whole. */
const PREVIEW_CHARS = 600;

/** One page, newest first, by keyset: a page costs the same however deep it lies. */
export function listNotices(db: Db, filter: NoticeFilter, before: NoticeKey | null, limit: number): Page {
  const rows = prepared(db, listSql(filter, before !== null)).all({
    source: filter.source,
    sortAt: before?.sortAt,
    id: before?.id,
    limit: limit + 1,
  }) as StoredRow[];
  const page = rows
    .slice(0, limit)
    .map((row) => ({ ...row, tags: readTags(row.tags), body: row.body.slice(0, PREVIEW_CHARS) }));
  const last = page.at(-1);
  const next = rows.length > limit && last ? { sortAt: last.sortAt, id: last.id } : null;
  const span = { from: next?.sortAt ?? 0, to: before?.sortAt ?? Number.MAX_SAFE_INTEGER };
  return { notices: page, gaps: filter.unreadOnly ? [] : listGaps(db, filter.source, span), next };
}

/** Conditions are written out only when they hold, so that SQLite can walk the fitting index. */
export function listSql(filter: NoticeFilter, hasBefore: boolean): string {
  const conditions = [
    filter.unreadOnly && 'readAt IS NULL',
    filter.source !== null && 'source = @source',
    hasBefore && '(sortAt, id) < (@sortAt, @id)',
  ].filter((condition) => condition !== false);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${COLUMNS} FROM notices ${where} ORDER BY sortAt DESC, id DESC LIMIT @limit`;
}

/** A notice with all that is kept of it. */
export type StoredNotice = Omit<NoticeDetail, 'why' | 'toasted' | 'actions'> & {
  arrival: Arrival;
  actions: Action[];
};

export function readNotice(db: Db, id: number): StoredNotice | null {
  const row = prepared(db, `SELECT ${COLUMNS}, ${DETAIL_COLUMNS} FROM notices WHERE id = ?`).get(id) as
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

/** The newest notice of a source whose body contains the text; null when there is none. */
export function findNotice(db: Db, source: string, text: string): number | null {
  const found = prepared(
    db,
    'SELECT id FROM notices WHERE source = ? AND instr(body, ?) > 0 ORDER BY sortAt DESC, id DESC LIMIT 1',
  );
  return (found.pluck().get(source, text) as number | undefined) ?? null;
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
};

/** The verdicts of a notice, oldest first, each with what became of its toast. */
export function readVerdicts(db: Db, notice: number): StoredVerdict[] {
  return prepared(
    db,
    `SELECT v.occasion, v.verdict, v.reason, v.at, t.kind AS toastKind, t.attemptedAt, t.answeredAt, t.failure
       FROM verdicts v LEFT JOIN toasts t ON t.id = v.toast WHERE v.notice = ? ORDER BY v.at`,
  ).all(notice) as StoredVerdict[];
}

/** Marks read or unread; what already is so keeps its time. */
export function markRead(db: Db, ids: number[], read: boolean, now: number): void {
  prepared(
    db,
    `UPDATE notices SET readAt = @readAt
     WHERE id IN (SELECT value FROM json_each(@ids)) AND (readAt IS NULL) = @read`,
  ).run({ readAt: read ? now : null, ids: JSON.stringify(ids), read: read ? 1 : 0 });
}

/** @returns the ids of the notices that were unread */
export function markAllRead(db: Db, source: string | null, now: number): number[] {
  const ofSource = source === null ? '' : 'AND source = @source';
  return prepared(db, `UPDATE notices SET readAt = @now WHERE readAt IS NULL ${ofSource} RETURNING id`)
    .pluck()
    .all({ now, source }) as number[];
}

/** Their identities stay in `seen`: a server that sends them again doesn't bring them back. */
export function deleteNotices(db: Db, ids: number[]): void {
  prepared(db, 'DELETE FROM notices WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(ids));
}

/** For a source that is removed with its history: notices, identities and position. */
export function deleteSourceHistory(db: Db, source: string): void {
  db.transaction(() => {
    for (const table of ['notices', 'seen', 'feeds', 'journal']) {
      prepared(db, `DELETE FROM ${table} WHERE source = ?`).run(source);
    }
  }).immediate();
}

/** Unread per source, and the newest arrival per source. */
export function countUnread(db: Db): Map<string, number> {
  const rows = prepared(
    db,
    'SELECT source, count(*) AS count FROM notices WHERE readAt IS NULL GROUP BY source',
  ).all() as { source: string; count: number }[];
  return new Map(rows.map(({ source, count }) => [source, count]));
}

export function newestNoticeAt(db: Db, source: string): number | null {
  return prepared(db, 'SELECT max(sortAt) FROM notices WHERE source = ?').pluck().get(source) as
    | number
    | null;
}
