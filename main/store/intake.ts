import type { Arrival, Draft, Retraction } from '../notice.ts';
import type { Verdict } from '../policy/decide.ts';
import { countCome, type Newcomer } from './counts.ts';
import { type Db, prepared } from './database.ts';
import { type FeedMemory, rememberFeed } from './feeds.ts';
import { findEqual, foldInto, mayFold, rememberForFolding } from './fold.ts';
import { deleteNotices, trimVerdicts } from './notices.ts';
import { type Committed, countRecentToasts, nothingCommitted, recordVerdict } from './outcome.ts';
import { markRead } from './places.ts';
import { singleToastsOf } from './toasts.ts';

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

/** Asked once, inside the transaction, about the notices that are really new. */
export type Decide = (fresh: Draft[], recentToasts: number) => Verdict[];

export const ARRIVAL = 'arrival';
/** The occasion of a newer version begins with this. */
export const UPDATE = 'update';
/** That of an equal notice, counted as one that is there, with this. */
export const AGAIN = 'again';

/**
 * THE transaction: new notices, their identities, verdicts, pending toasts and the feed's cursor commit together
 * or not at all. Nothing may be shown before this has returned.
 * @param now unix milliseconds
 * @throws SqliteError when the disk is full, the folder read-only…: nothing was stored, the cursor stands still.
 */
export function commitIntake(db: Db, intake: Intake, decide: Decide, now: number): Committed {
  return db
    .transaction(() => {
      const committed = nothingCommitted();
      const come: Newcomer[] = [];
      const unseen = new Set(intake.drafts.filter((draft) => markSeen(db, intake.source, draft.key, now)));
      const fresh = lastVersions(intake.drafts).filter((draft) => unseen.has(draft));
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
        takeIn(db, intake, { draft, older, verdict }, { committed, come }, now);
      });
      if (come.length > 0) countCome(db, intake.source, come);
      for (const retraction of intake.retractions) retract(db, intake.source, retraction, committed, now);
      if (Object.keys(intake.memory).length > 0) rememberFeed(db, intake.source, intake.memory);
      return committed;
    })
    .immediate();
}

const RESIGHT_MS = 24 * 3_600_000;

/** Also keeps when it was last sent, to the day: what a server still sends must stay known. */
function markSeen(db: Db, source: string, key: string, now: number): boolean {
  const isNew = prepared(db, 'INSERT OR IGNORE INTO seen (source, key, at) VALUES (?, ?, ?)');
  if (isNew.run(source, key, now).changes === 1) return true;
  prepared(db, 'UPDATE seen SET at = ? WHERE source = ? AND key = ? AND at < ?').run(
    ...[now, source, key, now - RESIGHT_MS],
  );
  return false;
}

/** Of several versions that came together, the newest; the later of equal times. */
function lastVersions(drafts: Draft[]): Draft[] {
  const last = new Map<string | Draft, Draft>();
  for (const draft of drafts) {
    const known = last.get(draft.sequence ?? draft);
    if (!known || !isBefore(draft.createdAt, known.createdAt)) last.set(draft.sequence ?? draft, draft);
  }
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

const COLUMNS = [
  ...(['source', 'title', 'body', 'markdown', 'topic', 'priority', 'link', 'icon', 'tags'] as const),
  ...(['attachments', 'actions', 'sequence', 'createdAt', 'receivedAt', 'sortAt', 'readAt'] as const),
  ...(['arrival', 'raw', 'place', 'heldUntil', 'sound', 'sentPriority'] as const),
];
// By position: by name, binding a value takes longer than writing it.
const INSERT = `INSERT INTO notices (${COLUMNS}) VALUES (${COLUMNS.map(() => '?')})`;
/** When and how it first came stays: "why?" tells the rest. */
const UPDATED = COLUMNS.filter((name) => !['source', 'receivedAt', 'arrival'].includes(name));
const REPLACE = `UPDATE notices SET ${UPDATED.map((name) => `${name} = ?`)}, repeats = 0 WHERE id = ?`;

/** Gives a draft its row: a new one, that of its older version, or that of an equal one. */
function takeIn(
  db: Db,
  intake: Intake,
  { draft, older, verdict }: { draft: Draft; older: number | null; verdict: Verdict },
  { committed, come }: { committed: Committed; come: Newcomer[] },
  now: number,
): void {
  const columns = columnsOf(intake, draft, verdict, now);
  const folds = mayFold(draft, intake.arrival, columns);
  const equal = folds && older === null ? findEqual(db, columns) : null;
  const known = older ?? equal;
  const toasts = known === null ? [] : singleToastsOf(db, [known]);
  const waiting = toasts.find((toast) => committed.toasts.includes(toast)) ?? null;
  if (waiting === null) committed.outdated.push(...toasts);
  if (equal !== null) foldInto(db, equal, draft.createdAt, columns);
  else if (older !== null) prepared(db, REPLACE).run(...UPDATED.map((name) => columns[name]), older);
  const notice = known ?? insert(db, columns);
  if (folds) rememberForFolding(db, columns, notice);
  if (known === null) come.push(columns);
  const occasion =
    equal !== null ? `${AGAIN} ${draft.key}` : older !== null ? `${UPDATE} ${draft.key}` : ARRIVAL;
  recordVerdict(db, committed, verdict, { notice, occasion, now, waiting });
  if (known !== null) trimVerdicts(db, notice);
}

function insert(db: Db, columns: ReturnType<typeof columnsOf>): number {
  return Number(prepared(db, INSERT).run(COLUMNS.map((name) => columns[name])).lastInsertRowid);
}

function columnsOf(intake: Intake, draft: Draft, verdict: Verdict, now: number) {
  const { key, ...rest } = draft;
  const { effects } = verdict;
  const priority = effects?.priority ?? draft.priority;
  return {
    ...rest,
    source: intake.source,
    markdown: draft.markdown ? 1 : 0,
    tags: JSON.stringify(draft.tags),
    attachments: JSON.stringify(draft.attachments),
    actions: JSON.stringify(draft.actions),
    receivedAt: now,
    sortAt: Math.min(draft.createdAt ?? now, now),
    readAt: verdict.reason === 'history' || effects?.read ? now : null,
    arrival: intake.arrival,
    priority,
    sentPriority: priority === draft.priority ? null : draft.priority,
    place: effects?.place ?? 'inbox',
    heldUntil: effects?.heldUntil ?? null,
    sound: effects?.sound ?? null,
  };
}

function retract(db: Db, source: string, retraction: Retraction, committed: Committed, now: number): void {
  const known = findVersion(db, source, retraction.sequence);
  if (!known || isBefore(retraction.at, known.createdAt)) return;
  // Marked only now: asked for again, it must still take effect on an item that comes after it.
  if (!markSeen(db, source, retraction.key, now)) return;
  committed.outdated.push(...singleToastsOf(db, [known.id]));
  committed.retracted += 1;
  if (retraction.kind === 'delete') deleteNotices(db, [known.id]);
  else markRead(db, [known.id], true, now);
}
