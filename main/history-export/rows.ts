import type { ActionView, AttachmentView } from '../../preload/contract.ts';
import type { Action } from '../notice.ts';
import { type Db, prepared } from '../store/database.ts';

/**
 * A notice as a person knows it; times are ISO 8601 in UTC. What the server sent word for word is left out: the headers of its
 * actions may hold secrets.
 */
export type ExportedNotice = {
  id: number;
  /** The server’s own, or when it came. */
  time: string | null;
  received: string | null;
  /** What the source is called; null for one that was removed. */
  source: string | null;
  sourceId: string;
  title: string | null;
  body: string;
  format: 'text' | 'markdown';
  topic: string | null;
  priority: number;
  tags: string[];
  link: string | null;
  /** When; null while unread. */
  read: string | null;
  place: 'inbox' | 'snoozed' | 'archived';
  snoozedUntil: string | null;
  repeats: number;
  attachments: AttachmentView[];
  actions: ActionView[];
};

type Stored = Pick<
  ExportedNotice,
  'id' | 'title' | 'body' | 'topic' | 'priority' | 'link' | 'place' | 'repeats'
> &
  Record<'source' | 'tags' | 'attachments' | 'actions', string> &
  Record<'createdAt' | 'readAt' | 'heldUntil', number | null> & { receivedAt: number; markdown: number };

export type Extent = { total: number; last: number };

/** How many there are to export, and the id of the last: what comes meanwhile is not waited for. */
export function extentOf(db: Db): Extent {
  const sql = "SELECT count(*) AS total, coalesce(max(id), 0) AS last FROM notices WHERE place <> 'deleted'";
  return prepared(db, sql).get() as Extent;
}

/** The next portion behind an id, in the order in which they came. No snapshot is held: it would let the log grow. */
export function readPortion(
  db: Db,
  { after, last, limit }: { after: number; last: number; limit: number },
  names: ReadonlyMap<string, string>,
): ExportedNotice[] {
  const rows = prepared(
    db,
    `SELECT id, source, title, body, topic, priority, link, tags, createdAt, receivedAt, readAt, place, heldUntil, repeats,
       markdown, attachments, actions
     FROM notices WHERE id > @after AND id <= @last AND place <> 'deleted' ORDER BY id LIMIT @limit`,
  ).all({ after, last, limit }) as Stored[];
  return rows.map((row) => describe(row, names.get(row.source) ?? null));
}

function describe(row: Stored, source: string | null): ExportedNotice {
  const { id, title, body, topic, priority, link, place, repeats } = row;
  return {
    ...{ id, time: toIso(row.createdAt ?? row.receivedAt), received: toIso(row.receivedAt) },
    ...{ source, sourceId: row.source, title, body, format: row.markdown === 1 ? 'markdown' : 'text' },
    ...{ topic, priority, tags: JSON.parse(row.tags) as string[], link, read: toIso(row.readAt) },
    ...{ place, snoozedUntil: toIso(row.heldUntil), repeats },
    attachments: JSON.parse(row.attachments) as AttachmentView[],
    actions: (JSON.parse(row.actions) as Action[]).map(viewOf),
  };
}

function viewOf(action: Action): ActionView {
  const { kind, label } = action;
  return { kind, label, target: action.kind === 'copy' ? action.text : action.url };
}

/** Null also for what no calendar has: servers send what they like. */
function toIso(time: number | null): string | null {
  return time === null || Math.abs(time) > 8.64e15 ? null : new Date(time).toISOString();
}
