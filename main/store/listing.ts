import type { NoticeFilter, NoticeKey, NoticeRow, Page } from '../../preload/contract.ts';
import { type Db, prepared } from './database.ts';
import { listGaps, type StoredGap } from './journal.ts';

/** What a row of a list shows. */
export const ROW_COLUMNS =
  'id, source, title, body, markdown, topic, priority, link, tags, sortAt, readAt, place, heldUntil, repeats';
export type StoredRow = Omit<NoticeRow, 'tags' | 'markdown'> & { tags: string; markdown: number };
export const readTags = (tags: string) => JSON.parse(tags) as string[];

/** How much of a body a list row carries; the detail has the whole. */
const PREVIEW_CHARS = 600;

export function toRow(stored: StoredRow): NoticeRow {
  return {
    ...stored,
    tags: readTags(stored.tags),
    markdown: stored.markdown === 1,
    body: stored.body.slice(0, PREVIEW_CHARS),
  };
}

type StoredPage = Omit<Page, 'gaps'> & { gaps: StoredGap[] };

/** One page by keyset, newest first (of snoozed ones: soonest first): it costs the same however deep it lies. */
export function listNotices(
  db: Db,
  filter: NoticeFilter,
  before: NoticeKey | null,
  limit: number,
): StoredPage {
  const rows = prepared(db, listSql(filter, before !== null)).all({
    ...{ source: filter.source, topic: filter.topic },
    ...{ sortAt: before?.sortAt, id: before?.id, limit: limit + 1 },
  }) as StoredRow[];
  const notices = rows.slice(0, limit).map(toRow);
  const last = notices.at(-1);
  const next = rows.length > limit && last ? keyOf(last, filter) : null;
  if (filter.view !== 'inbox') return { notices, gaps: [], next };
  const span = { from: next?.sortAt ?? 0, to: before?.sortAt ?? Number.MAX_SAFE_INTEGER };
  return { notices, gaps: listGaps(db, filter.source, span), next };
}

function keyOf({ id, sortAt, heldUntil }: NoticeRow, { view }: NoticeFilter): NoticeKey {
  return { id, sortAt: view === 'snoozed' ? (heldUntil ?? sortAt) : sortAt };
}

/**
 * Conditions are written out only when they hold, and the index is named: SQLite can't know that a topic may be most of
 * the history, or nothing is unread.
 */
export function listSql(filter: NoticeFilter, hasBefore: boolean): string {
  const conditions = [
    `place = '${filter.view === 'unread' ? 'inbox' : filter.view}'`,
    filter.view === 'unread' && 'readAt IS NULL',
    ...amongSql(filter),
    hasBefore &&
      (filter.view === 'snoozed' ? '(heldUntil, id) > (@sortAt, @id)' : '(sortAt, id) < (@sortAt, @id)'),
  ].filter((condition) => condition !== false);
  const order = filter.view === 'snoozed' ? 'heldUntil, id' : 'sortAt DESC, id DESC';
  return `SELECT ${ROW_COLUMNS} FROM notices INDEXED BY ${indexFor(filter)}
    WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT @limit`;
}

/** With the numbers written out: a partial index is used only where SQLite sees that its condition holds. */
export function amongSql({ source, topic, minPriority }: Omit<NoticeFilter, 'view'>): (string | false)[] {
  return [
    source !== null && 'source = @source',
    topic !== null && 'topic = @topic',
    minPriority !== null && `priority >= ${minPriority}`,
    minPriority !== null && minPriority > 4 && 'priority >= 4',
  ];
}

function indexFor({ view, source, topic, minPriority }: NoticeFilter): string {
  if (view === 'snoozed') return 'notices_snoozed';
  if (view === 'unread') return indexOfUnread(source !== null, topic !== null);
  if (topic !== null) return 'notices_of_topic';
  if ((minPriority ?? 1) >= 4 && source === null) return 'notices_important';
  return source === null ? 'notices_placed' : 'notices_of_source';
}

/** The index that walks what is unread in the inbox, newest first: of one source, of one topic, or of all. */
export function indexOfUnread(ofSource: boolean, ofTopic: boolean): string {
  if (ofTopic) return 'notices_unread_of_topic';
  return ofSource ? 'notices_unread_of_source' : 'notices_unread';
}
