import type { NoticeKey } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { askIndex } from './ask-index.ts';
import type { Lens } from './lens.ts';
import type { Query } from './query.ts';
import { type Scope, walk, walkSql, walkValues } from './scope.ts';
import { sieve } from './sieve.ts';
import type { Hit } from './stream.ts';

/**
 * Called between steps; throws where the search is not wanted any more. A step takes a few milliseconds, except the
 * first one of an open word that many begin with, which is up to a third of a second in a million notices.
 */
export type Checkpoint = () => void;
export type Parts = { db: Db; lens: Lens; checkpoint: Checkpoint };
/** `stoppedAt`: it looked no further than this, though it might find more. */
export type Hits = { keys: NoticeKey[]; stoppedAt: NoticeKey | null };

/** So many notices are looked at in one step. */
const LOOK = 100;
/** In so few it is quickest to look at each. */
const FEW = 3_000;
/** One in so many must match for looking at all to be quicker than asking the index for all that begin with an open word. */
const WORTH_LOOKING = 16;
/** Without the index a page isn’t waited for longer than this many notices; it goes on from there. */
const MOST_LOOKED_AT = 4_000;

/**
 * The newest notices in the scope that match, at most `most`, newest first. Exactly those, in every case: what differs
 * is only how they are found.
 */
export function findNewest(parts: Parts, query: Query, scope: Scope, most: number): Hits {
  const { match, without, open, closed, hopeless } = query;
  if (hopeless) return { keys: [], stoppedAt: null };
  if (match === null && without === null) return { keys: walk(parts.db, scope, most), stoppedAt: null };
  const few = isFew(parts.db, scope);
  const onlyOpen = open && closed.length === 0;
  const looked = few || onlyOpen || match === null ? look(parts, query, scope, most, few) : null;
  if (looked?.done) return looked;
  const keys = looked?.keys ?? [];
  if (match === null) return { keys, stoppedAt: looked?.last ?? null };
  const rest = { ...scope, before: looked?.last ?? scope.before };
  const hits = askIndex(parts, { ...query, match }, rest, scope, most - keys.length);
  return { keys: [...keys, ...hits], stoppedAt: null };
}

function isFew(db: Db, scope: Scope): boolean {
  const count = prepared(db, `SELECT count(*) FROM (${walkSql(scope, 'id, sortAt')})`).pluck();
  return (count.get({ ...walkValues(scope), limit: FEW + 1 }) as number) <= FEW;
}

type Looked = Hits & { done: boolean; last: NoticeKey | null };

/**
 * Looks at notice after notice, newest first: right where many match, so that a page is soon full.
 */
function look(parts: Parts, query: Query, scope: Scope, most: number, few: boolean): Looked {
  const keys: NoticeKey[] = [];
  let last: NoticeKey | null = null;
  for (let looked = LOOK; keys.length < most; looked += LOOK) {
    const step = walk(parts.db, { ...scope, before: last ?? scope.before }, LOOK);
    parts.checkpoint();
    keys.push(
      ...sieve(parts.lens, query, readTexts(parts.db, step)).map(({ id, sortAt }) => ({ id, sortAt })),
    );
    if (step.length < LOOK) break;
    last = step.at(-1) ?? last;
    const worth =
      query.match === null ? looked < MOST_LOOKED_AT : few || keys.length * WORTH_LOOKING >= looked;
    if (!worth && keys.length < most) return { keys, stoppedAt: null, done: false, last };
  }
  return { keys: keys.slice(0, most), stoppedAt: null, done: true, last };
}

function readTexts(db: Db, keys: NoticeKey[]): Hit[] {
  return prepared(
    db,
    `SELECT id, sortAt, title, body, topic, tags FROM notices
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sortAt DESC, id DESC`,
  ).all(JSON.stringify(keys.map(({ id }) => id))) as Hit[];
}
