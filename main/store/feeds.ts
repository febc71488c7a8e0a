import { type Db, prepared } from './database.ts';

/** What a feed remembers between two runs. */
export type FeedMemory = {
  /** Where to resume; null where the server can't, or nothing is committed yet. */
  cursor: string | null;
  /** When the first connection was through with its history; null before. */
  greetedAt: number | null;
  /** Announced by the server. */
  heartbeatMs: number | null;
  /** How long the server lets a connection live, once learned. */
  periodMs: number | null;
  /** The last sign of life on a connection: from here on something may have been missed. */
  aliveAt: number | null;
  /** How long the server keeps what it sent, where that can be told. */
  keptForMs: number | null;
};

export const NO_MEMORY: FeedMemory = {
  ...{ cursor: null, greetedAt: null, heartbeatMs: null, periodMs: null, aliveAt: null, keptForMs: null },
};

export function readFeedMemory(db: Db, source: string): FeedMemory {
  const row = prepared(
    db,
    'SELECT cursor, greetedAt, heartbeatMs, periodMs, aliveAt, keptForMs FROM feeds WHERE source = ?',
  ).get(source) as FeedMemory | undefined;
  return row ?? NO_MEMORY;
}

/** Changes the given parts and keeps the rest. */
export function rememberFeed(db: Db, source: string, part: Partial<FeedMemory>): void {
  const next = { ...readFeedMemory(db, source), ...part };
  prepared(
    db,
    `INSERT OR REPLACE INTO feeds (source, cursor, greetedAt, heartbeatMs, periodMs, aliveAt, keptForMs)
     VALUES (@source, @cursor, @greetedAt, @heartbeatMs, @periodMs, @aliveAt, @keptForMs)`,
  ).run({ source, ...next });
}

/** Another stream now stands behind the source: the old one's position means nothing there. */
export function forgetFeed(db: Db, source: string): void {
  prepared(db, 'DELETE FROM feeds WHERE source = ?').run(source);
}

/**
 * Another server now stands behind the source, and counts its ids by itself: an equal one would be taken for a notice
 * that was here before, and lost. If it is the old server under a new name, its last day is imported once more.
 */
export function forgetIdentities(db: Db, source: string): void {
  prepared(db, 'DELETE FROM seen WHERE source = ?').run(source);
}
