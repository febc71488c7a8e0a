import { type Db, prepared } from '../database.ts';
import { lastNotice } from '../places.ts';
import { sideBySide } from './match.ts';
import type { Query } from './query.ts';

/** How many of the newest are counted to learn how frequent a word is. */
const SAMPLE = 200;
/** Of a word in so many of them the index has a list longer than it takes to look for the word in what the others give. */
const EVERYWHERE = 100;

/**
 * What to ask the index for, to look for the rest in what it gives: without the word that others may begin with, and
 * without those that nearly every notice holds. Null where nothing can be left out, or nothing else would be left.
 */
export function narrowing(db: Db, { open, closed }: Query): string | null {
  const telling = closed.length > 1 ? closed.filter((word) => howOften(db, word) < EVERYWHERE) : closed;
  if (!open && telling.length === closed.length) return null;
  return telling.length > 0 ? sideBySide(telling) : null;
}

function howOften(db: Db, word: string): number {
  return prepared(db, 'SELECT count(*) FROM search WHERE search MATCH ? AND rowid > CAST(? AS INTEGER)')
    .pluck()
    .get(word, lastNotice(db) - SAMPLE) as number;
}
