import type { NoticeKey } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { lastNotice } from '../places.ts';
import type { Lens, Text } from './lens.ts';
import type { Query } from './query.ts';
import { fitsSql, isOlder, type Scope, walkSql, walkValues } from './scope.ts';
import { streamOutwards } from './stream.ts';

/**
 * Called between steps; throws where the search is not wanted any more. A step takes a few milliseconds, except the
 * first one of an open word that many begin with, which is up to a third of a second in a million notices.
 */
export type Checkpoint = () => void;
type Parts = { db: Db; lens: Lens; checkpoint: Checkpoint };
/** `stoppedAt`: it looked no further than this, though it might find more. */
export type Hits = { keys: NoticeKey[]; stoppedAt: NoticeKey | null };

/** So many notices are looked at in one step. */
const LOOK = 100;
/** So many the index is asked for at first, to be looked at. */
const MANY = 200;
/** In so few it is quickest to look at each. */
const FEW = 1_000;
/** One in so many must match for looking to be quicker than asking the index for all that begin with an open word. */
const WORTH_LOOKING = 16;
/** Without the index a page isn’t waited for longer than this many notices; it goes on from there. */
const MOST_LOOKED_AT = 4_000;

/**
 * The newest notices in the scope that match, at most `most`, newest first. Exactly those, in every case: what differs
 * is only how they are found.
 */
export function findNewest(parts: Parts, query: Query, scope: Scope, most: number): Hits {
  if (query.match === null && query.without === null)
    return { keys: walk(parts.db, scope, most), stoppedAt: null };
  const few = walk(parts.db, scope, FEW + 1).length <= FEW;
  const looked = query.open || few || query.match === null ? look(parts, query, scope, most, few) : null;
  if (looked?.done) return looked;
  const { match } = query;
  if (match === null) return { keys: looked?.keys ?? [], stoppedAt: looked?.last ?? null };
  const keys = looked?.keys ?? [];
  const rest = { ...scope, before: looked?.last ?? scope.before };
  const hits = askIndex(parts, match, rest, most - keys.length, startIn(parts.db, scope));
  return { keys: [...keys, ...hits], stoppedAt: null };
}

function walk(db: Db, scope: Scope, limit: number): NoticeKey[] {
  return prepared(db, walkSql(scope, 'id, sortAt')).all({ ...walkValues(scope), limit }) as NoticeKey[];
}

type Looked = Hits & { done: boolean; last: NoticeKey | null };

/**
 * Looks at notice after notice: right where many match, so that a page is soon full.
 */
function look(parts: Parts, query: Query, scope: Scope, most: number, few: boolean): Looked {
  const keys: NoticeKey[] = [];
  let last: NoticeKey | null = null;
  let looked = 0;
  for (const { texts, all } of candidates(parts, few ? null : query.quick, scope)) {
    parts.checkpoint();
    keys.push(...texts.filter(matches(parts.lens, texts, query)).map(({ id, sortAt }) => ({ id, sortAt })));
    last = texts.at(-1) ?? last;
    looked += texts.length;
    if (keys.length >= most) break;
    const worth =
      query.match === null ? looked < MOST_LOOKED_AT : few || all || keys.length * WORTH_LOOKING >= looked;
    if (!worth) return { keys, stoppedAt: null, done: false, last };
  }
  return { keys: keys.slice(0, most), stoppedAt: null, done: true, last };
}

/** `all`: no others are left than these and those that come with them. */
type Candidates = { texts: (Text & NoticeKey)[]; all: boolean };

/** What may match, newest first: what has the words that are quick to look up, or everything in the scope. */
function* candidates(parts: Parts, quick: string | null, scope: Scope): Generator<Candidates> {
  let before = scope.before;
  const start = startIn(parts.db, scope);
  // Every question to the index begins at its beginning, so it is asked for many at once.
  for (let size = quick === null ? LOOK : MANY; ; size *= quick === null ? 1 : 2) {
    const from = { ...scope, before };
    const keys = quick === null ? walk(parts.db, from, size) : askIndex(parts, quick, from, size, start);
    const all = keys.length < size;
    for (let at = 0; at < keys.length; at += LOOK) {
      yield { texts: readTexts(parts.db, keys.slice(at, at + LOOK)), all };
    }
    if (all) return;
    before = keys.at(-1) ?? before;
  }
}

const TEXT = 'id, sortAt, title, body, topic, tags';

function readTexts(db: Db, keys: NoticeKey[]): (Text & NoticeKey)[] {
  return prepared(
    db,
    `SELECT ${TEXT} FROM notices WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sortAt DESC, id DESC`,
  ).all(JSON.stringify(keys.map(({ id }) => id))) as (Text & NoticeKey)[];
}

function matches(lens: Lens, texts: Text[], { match, without }: Query): (text: Text) => boolean {
  const found = lens.matching(texts, match ?? without ?? '');
  return ({ id }) => found.has(id) === (match !== null);
}

/** The walk past one notice takes so long; a hit of the index ten times that, or a hundred where several words must meet. */
const WALK_MS = 0.0002;
/** More of them than this, and asking the index further is cheaper than looking at each. */
const FEW_OUTSIDE = 200;

/** So many ids above the scope are passed over rather than asked for on their own: what is there came late, or is few. */
const NEAR = 2_000;

/** The id to ask the index from, downwards: that of the newest in the scope, or of all where that is near. */
function startIn(db: Db, scope: Scope): number {
  const last = lastNotice(db);
  const newest = walk(db, scope, 1)[0]?.id ?? last;
  return last - newest <= NEAR ? last : newest;
}

/**
 * The index gives hits by id, which follows the order in time nearly, but not quite: a notice may come late, or be
 * renewed. So hits are taken from one id downwards (then upwards) until there are enough, and then the notices whose ids
 * lie outside of what was taken, yet are newer than the last of those hits, are looked at one by one.
 * @param from where to start; of what is left of a larger scope that one's start, as what was seen is passed over sooner
 *   than what lies above is asked for
 */
function askIndex(
  { db, lens, checkpoint }: Parts,
  match: string,
  scope: Scope,
  most: number,
  from: number,
): NoticeKey[] {
  const [newest] = walk(db, scope, 1);
  if (!newest) return [];
  const start = performance.now();
  const hits: NoticeKey[] = [];
  let enough = most;
  for (const step of streamOutwards(db, {
    match,
    from,
    fits: fitsSql(scope),
    values: walkValues(scope),
  })) {
    checkpoint();
    hits.push(...step.hits);
    if (step.end) break;
    if (hits.length < enough) continue;
    const best = newestOf(hits, most);
    const last = best.at(-1) as NoticeKey;
    if ((newest.id - last.id) * WALK_MS > performance.now() - start) continue;
    const outside = prepared(db, walkSql(scope, TEXT, true)).all({
      ...walkValues(scope),
      ...{ lastSortAt: last.sortAt, low: step.low, high: step.high, limit: FEW_OUTSIDE + 1 },
    }) as (Text & NoticeKey)[];
    if (outside.length > FEW_OUTSIDE) {
      enough = hits.length * 2;
      continue;
    }
    const found = lens.matching(outside, match);
    const late = outside.filter(({ id }) => found.has(id)).map(({ id, sortAt }) => ({ id, sortAt }));
    return newestOf([...best, ...late], most);
  }
  return newestOf(hits, most);
}

function newestOf(keys: NoticeKey[], most: number): NoticeKey[] {
  return keys.sort((a, b) => (isOlder(a, b) ? 1 : -1)).slice(0, most);
}
