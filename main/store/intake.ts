import type { Arrival, Draft, Retraction } from '../notice.ts';
import type { Verdict } from '../policy/decide.ts';
import { FLOOD_WINDOW_MS } from '../policy/decide.ts';
import { type Db, prepared } from './database.ts';
import { type FeedMemory, rememberFeed } from './feeds.ts';
import { deleteNotices, markRead } from './notices.ts';
import { gatheringDigest, insertToast, singleToastsOf } from './toasts.ts';

/** What a feed brought at once. */
export type Intake = {
  source: string;
  arrival: Arrival;
  drafts: Draft[];
  /** Take effect after the drafts. */
  retractions: Retraction[];
  /** What the feed must remember once this is committed: its new cursor above all. */
  memory: Partial<FeedMemory>;
};

export type Committed = {
  /** Ids of the notices that were new or have a newer version now, in their order. */
  notices: number[];
  /** Toasts that wait to be shown now. */
  toasts: number[];
  /** The digest that gathered some of them, if any. */
  digest: number | null;
  /** Toasts that show what was replaced or taken back. */
  outdated: number[];
  /** How many notices the server took back. */
  retracted: number;
};

/** Asked once, inside the transaction, about the notices that are really new. */
export type Decide = (fresh: Draft[], recentToasts: number) => Verdict[];

export const ARRIVAL = 'arrival';
/** The occasion of a newer version begins with this. */
export const UPDATE = 'update';

/**
 * THE transaction: new notices, their identities, verdicts, pending toasts and the feed's cursor commit together
 * or not at all. Nothing may be shown before this has returned.
 * @param now unix milliseconds
 * @throws SqliteError when the disk is full, the folder read-only…: nothing was stored, the cursor stands still.
 */
export function commitIntake(db: Db, intake: Intake, decide: Decide, now: number): Committed {
  return db
    .transaction(() => {
      const committed: Committed = { notices: [], toasts: [], digest: null, outdated: [], retracted: 0 };
      const fresh = lastVersions(intake.drafts.filter((draft) => markSeen(db, intake.source, draft.key)));
      const changes = fresh.flatMap((draft) => findPlace(db, intake.source, draft));
      const verdicts =
        changes.length > 0
          ? decide(
              changes.map(({ draft }) => draft),
              countRecentToasts(db, now),
            )
          : [];
      changes.forEach(({ draft, older }, index) => {
        const verdict = verdicts[index];
        if (!verdict) throw new Error('Policy gave fewer verdicts than there are notices');
        if (older !== null) committed.outdated.push(...singleToastsOf(db, [older]));
        const notice = writeNotice(db, intake, draft, older, verdict, now);
        const toast = toastFor(db, verdict, committed, now);
        const occasion = older === null ? ARRIVAL : `${UPDATE} ${draft.key}`;
        insertVerdict(db, notice, occasion, verdict, toast, now);
        committed.notices.push(notice);
      });
      for (const retraction of intake.retractions) retract(db, intake.source, retraction, committed, now);
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

/** Of several versions that came together, the last. */
function lastVersions(drafts: Draft[]): Draft[] {
  const last = new Map(drafts.map((draft) => [draft.sequence ?? draft, draft]));
  return drafts.filter((draft) => last.get(draft.sequence ?? draft) === draft);
}

/** Where a draft goes: a row of its own, the place of its older version, or nowhere when it is the older one itself. */
function findPlace(db: Db, source: string, draft: Draft): { draft: Draft; older: number | null }[] {
  const known = draft.sequence === null ? undefined : findVersion(db, source, draft.sequence);
  if (!known) return [{ draft, older: null }];
  return isBefore(draft.createdAt, known.createdAt) ? [] : [{ draft, older: known.id }];
}

type Version = { id: number; createdAt: number | null };

function findVersion(db: Db, source: string, sequence: string): Version | undefined {
  return prepared(db, 'SELECT id, createdAt FROM notices WHERE source = ? AND sequence = ?').get(
    source,
    sequence,
  ) as Version | undefined;
}

const isBefore = (a: number | null, b: number | null) => a !== null && b !== null && a < b;

function countRecentToasts(db: Db, now: number): number {
  return prepared(db, "SELECT count(*) FROM verdicts WHERE verdict = 'toast' AND at > ? AND at <= ?")
    .pluck()
    .get(now - FLOOD_WINDOW_MS, now) as number;
}

const COLUMNS = [
  ...(['source', 'title', 'body', 'markdown', 'topic', 'priority', 'link', 'icon', 'tags'] as const),
  ...(['attachments', 'actions', 'sequence', 'createdAt', 'receivedAt', 'sortAt', 'readAt'] as const),
  ...(['arrival', 'raw'] as const),
];
// By position: by name, binding a value takes longer than writing it.
const INSERT = `INSERT INTO notices (${COLUMNS}) VALUES (${COLUMNS.map(() => '?')})`;
/** When and how it first came stays: "why?" tells the rest. */
const UPDATED = COLUMNS.filter((name) => !['source', 'receivedAt', 'arrival'].includes(name));
const REPLACE = `UPDATE notices SET ${UPDATED.map((name) => `${name} = ?`)} WHERE id = ?`;

/** @param older the row whose place it takes; null: a new one */
function writeNotice(
  db: Db,
  intake: Intake,
  draft: Draft,
  older: number | null,
  verdict: Verdict,
  now: number,
): number {
  const { key, ...columns } = draft;
  const values = {
    ...columns,
    source: intake.source,
    markdown: draft.markdown ? 1 : 0,
    tags: JSON.stringify(draft.tags),
    attachments: JSON.stringify(draft.attachments),
    actions: JSON.stringify(draft.actions),
    receivedAt: now,
    sortAt: Math.min(draft.createdAt ?? now, now),
    readAt: verdict.reason === 'history' ? now : null,
    arrival: intake.arrival,
  };
  if (older === null) {
    const { lastInsertRowid } = prepared(db, INSERT).run(COLUMNS.map((name) => values[name]));
    return Number(lastInsertRowid);
  }
  prepared(db, REPLACE).run(...UPDATED.map((name) => values[name]), older);
  return older;
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

function insertVerdict(
  db: Db,
  notice: number,
  occasion: string,
  { verdict, reason }: Verdict,
  toast: number | null,
  now: number,
): void {
  prepared(
    db,
    'INSERT INTO verdicts (notice, occasion, verdict, reason, at, toast) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(notice, occasion, verdict, reason, now, toast);
}

function retract(db: Db, source: string, retraction: Retraction, committed: Committed, now: number): void {
  const known = findVersion(db, source, retraction.sequence);
  if (!known || isBefore(retraction.at, known.createdAt)) return;
  // Marked only now: asked for again, it must still take effect on an item that comes after it.
  if (!markSeen(db, source, retraction.key)) return;
  committed.outdated.push(...singleToastsOf(db, [known.id]));
  committed.retracted += 1;
  if (retraction.kind === 'delete') deleteNotices(db, [known.id]);
  else markRead(db, [known.id], true, now);
}
