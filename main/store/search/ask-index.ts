import type { NoticeKey } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { lastNotice } from '../places.ts';
import type { Parts } from './find.ts';
import { narrowing } from './narrowing.ts';
import type { Query } from './query.ts';
import { fitsSql, isOlder, type Scope, walk, walkSql, walkValues } from './scope.ts';
import { sieve } from './sieve.ts';
import { type Hit, type Span, type Step, streamOutwards } from './stream.ts';

type Matching = Query & { match: string };

/** The walk past one notice takes so long; a hit of the index fifty times that. */
const WALK_MS = 0.0001;
/** More of them than this, and asking the index further is cheaper than looking at each. */
const FEW_OUTSIDE = 200;

/**
 * The index gives hits by id, which follows the order in time nearly, but not quite: a notice may come late, or be
 * renewed. So hits are taken from one id downwards (then upwards) until there are enough, and then the notices whose ids
 * lie outside of what was taken, yet are newer than the last of those hits, are looked at one by one.
 * @param whole where to start; of what is left of a larger scope (`scope`) that one’s start, as what was seen is passed
 *   over sooner than what lies above is asked for
 */
export function askIndex(
  parts: Parts,
  query: Matching,
  scope: Scope,
  whole: Scope,
  most: number,
): NoticeKey[] {
  const [newest] = walk(parts.db, scope, 1);
  if (!newest) return [];
  const start = performance.now();
  const from = startIn(parts.db, whole);
  const hits: NoticeKey[] = [];
  let enough = most;
  for (const { hits: some, low, high, end } of matchingSteps(parts, query, scope, from)) {
    parts.checkpoint();
    hits.push(...some.map(keyOf));
    if (end) break;
    if (hits.length < enough) continue;
    const best = newestOf(hits, most);
    const last = best.at(-1) as NoticeKey;
    const restMs = ((performance.now() - start) * low) / (from + 1 - low);
    if ((newest.id - last.id) * WALK_MS > restMs) continue;
    const outside = prepared(parts.db, walkSql(scope, 'id, sortAt, title, body, topic, tags', true)).all({
      ...walkValues(scope),
      ...{ lastSortAt: last.sortAt, low, high, limit: FEW_OUTSIDE + 1 },
    }) as Hit[];
    if (outside.length > FEW_OUTSIDE) {
      enough = hits.length * 2;
      continue;
    }
    return newestOf([...best, ...sieve(parts.lens, query, outside).map(keyOf)], most);
  }
  return newestOf(hits, most);
}

/** So many ids above the scope are passed over rather than asked for on their own: what is there came late, or is few. */
const NEAR = 2_000;

/** The id to ask the index from, downwards: that of the newest in the scope, or of all where that is near. */
function startIn(db: Db, scope: Scope): number {
  const last = lastNotice(db);
  const newest = walk(db, scope, 1)[0]?.id ?? last;
  return last - newest <= NEAR ? last : newest;
}

/** After so many it is asked … */
const TRIED = 1_000;
/** … whether one in so many matched. If not, to ask the index for all words at once takes less time. */
const WORTH_SIEVING = 32;

/** What matches: a few words are asked for, and the rest looked for in what they give, as long as that is worth it. */
function* matchingSteps({ db, lens }: Parts, query: Matching, scope: Scope, from: number): Generator<Step> {
  const stream = { fits: fitsSql(scope), values: walkValues(scope) };
  let known: Span = { low: from + 1, high: from };
  const narrow = narrowing(db, query);
  let [tried, found] = [0, 0];
  if (narrow !== null) {
    for (const step of streamOutwards(db, { ...stream, match: narrow }, known)) {
      const hits = sieve(lens, query, step.hits);
      yield { ...step, hits };
      if (step.end) return;
      known = step;
      tried += step.hits.length;
      found += hits.length;
      if (tried >= TRIED && found * WORTH_SIEVING < tried) break;
    }
  }
  yield* streamOutwards(db, { ...stream, match: query.match }, known);
}

function newestOf(keys: NoticeKey[], most: number): NoticeKey[] {
  return keys.sort((a, b) => (isOlder(a, b) ? 1 : -1)).slice(0, most);
}

function keyOf({ id, sortAt }: NoticeKey): NoticeKey {
  return { id, sortAt };
}
