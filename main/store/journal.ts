import type { Gap } from '../../preload/contract.ts';
import { en } from '../words/en.ts';
import { type Message, say } from '../words/message.ts';
import { type Db, prepared } from './database.ts';

/** The record behind "why did I (not) see this?", beside the verdicts and toast results. */
export type JournalKind =
  | 'connected'
  | 'ended'
  | 'failed'
  | 'stopped'
  | 'caught-up'
  | 'unreadable'
  | 'oversized'
  | 'woke'
  /** Old notices were removed, as the settings say. */
  | 'pruned'
  /** Something may have been missed, and can't be had any more. */
  | 'gap'
  | 'problem';

export type JournalEntry = {
  at: number;
  source: string | null;
  kind: JournalKind;
  says: Message;
  detail: string | null;
  /** The span of a gap, unix milliseconds. */
  span: Span | null;
};

export type Span = { from: number; to: number };

/** Enough for weeks of ordinary life; a server that fails every second can't fill the disk. */
export const JOURNAL_ROWS = 20_000;
/** A gap outlives so many: the list of notices shows it, and another source's trouble must not hide it. */
export const GAP_ROWS = 5 * JOURNAL_ROWS;
/** A server's header may be of any length. */
const DETAIL_CHARS = 1_000;

/** Beside the message its English is kept, for versions that don't know it. */
export function writeJournal(db: Db, { span, says, detail, ...entry }: JournalEntry): void {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO journal (at, source, kind, text, says, detail, fromAt, toAt)
     VALUES (@at, @source, @kind, @text, @says, @detail, @fromAt, @toAt)`,
  ).run({
    ...entry,
    ...{ text: say(en, says), says: JSON.stringify(says), detail: detail?.slice(0, DETAIL_CHARS) ?? null },
    ...{ fromAt: span?.from ?? null, toAt: span?.to ?? null },
  });
  const last = Number(lastInsertRowid);
  // One comes, one goes; a few more, should some have stayed.
  const old = "DELETE FROM journal WHERE id <= ? AND id > ? AND kind <> 'gap'";
  prepared(db, old).run(last - JOURNAL_ROWS, last - JOURNAL_ROWS - 10);
  prepared(db, 'DELETE FROM journal WHERE id <= ?').run(last - GAP_ROWS);
}

/** `text`: in English; `says`: the message as JSON, null in lines of old. */
export type JournalRow = Omit<JournalEntry, 'says'> & { id: number; text: string; says: string | null };

/** What happened to a source, newest first. */
export function readJournal(db: Db, source: string, limit: number): JournalRow[] {
  const rows = prepared(
    db,
    `SELECT id, at, source, kind, text, says, detail, fromAt, toAt FROM journal
     WHERE source = ? ORDER BY id DESC LIMIT ?`,
  ).all(source, limit) as (Omit<JournalRow, 'span'> & { fromAt: number | null; toAt: number })[];
  return rows.map(({ fromAt, toAt, ...entry }) => ({
    ...entry,
    span: fromAt === null ? null : { from: fromAt, to: toAt },
  }));
}

/** A page of the inbox shows at most so many. */
const GAPS_SHOWN = 100;

/** A gap before it is said in anyone's language. */
export type StoredGap = Omit<Gap, 'why'> & Pick<JournalRow, 'text' | 'says'>;

/** The gaps that ended within a span of time, newest first. @param source null: of all sources */
export function listGaps(db: Db, source: string | null, { from, to }: Span): StoredGap[] {
  const ofSource = source === null ? '' : 'AND source = @source';
  return prepared(
    db,
    `SELECT id, source, fromAt AS "from", toAt AS "to", text, says FROM journal
     WHERE kind = 'gap' AND toAt > @from AND toAt <= @to ${ofSource} ORDER BY toAt DESC LIMIT ${GAPS_SHOWN}`,
  ).all({ source, from, to }) as StoredGap[];
}
