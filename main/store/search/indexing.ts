import { inPortions } from '../../portions.ts';
import { type Db, prepared } from '../database.ts';

/** Between two portions: nobody waits for this. */
const PAUSE_MS = 20;

/** Whether there are notices from before there was an index that are not in it yet. */
export function isIndexing(db: Db): boolean {
  return indexedFrom(db) > oldest(db);
}

/**
 * Indexes, newest first, what was stored before there was an index: a million notices in a few minutes. Goes on where it
 * was when Bellhop ended meanwhile.
 * @returns how to stop
 */
export function indexInBackground(db: Db, onError: (error: unknown) => void): () => void {
  let stopped = false;
  inPortions(db, (portion) => !stopped && indexPortion(db, portion), PAUSE_MS).catch(onError);
  return () => {
    stopped = true;
  };
}

/** @returns whether there is more to do */
export function indexPortion(db: Db, portion: number): boolean {
  return db
    .transaction(() => {
      const to = indexedFrom(db);
      const from = to - portion;
      prepared(
        db,
        `INSERT INTO search (rowid, title, body, topic, tags)
         SELECT id, spread(title), spread(body), spread(topic), spread(tags) FROM notices WHERE id >= ? AND id < ?`,
      ).run(from, to);
      prepared(db, 'UPDATE search_progress SET indexedFrom = ?').run(Math.max(from, 0));
      return from > oldest(db);
    })
    .immediate();
}

function indexedFrom(db: Db): number {
  return prepared(db, 'SELECT indexedFrom FROM search_progress').pluck().get() as number;
}

function oldest(db: Db): number {
  return (
    (prepared(db, 'SELECT min(id) FROM notices').pluck().get() as number | null) ?? Number.MAX_SAFE_INTEGER
  );
}
