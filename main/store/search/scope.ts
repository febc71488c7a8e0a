import type { NoticeKey, SearchFilter } from '../../../preload/contract.ts';
import { type Db, prepared } from '../database.ts';
import { indexOfUnread } from '../listing.ts';
import type { Place } from '../places.ts';
import type { Query } from './query.ts';

/** Among which notices is searched, as parts of SQL. */
export type Scope = {
  places: Place[];
  conditions: string[];
  values: Record<string, unknown>;
  /** Everything in it is older than this key; null: no bound. */
  before: NoticeKey | null;
  /** The index that walks it, newest first. */
  index: string;
};

const EVERYWHERE: Place[] = ['inbox', 'snoozed', 'archived'];

/** The window’s filter and the operators of the query together; an `is:` decides instead of the filter’s view. */
export function scopeOf(query: Query, filter: SearchFilter, before: NoticeKey | null): Scope {
  const said = query.places.length > 0 || query.read || query.unread;
  const view = said ? null : filter.view;
  const unread = view === 'unread' || query.unread;
  const inInbox = view === 'unread' || view === 'inbox' || (query.unread && query.places.length === 0);
  const named = view === 'snoozed' || view === 'archived' ? [view] : query.places;
  const among: Place[] = inInbox ? ['inbox'] : named.length > 0 ? [...new Set(named)] : EVERYWHERE;
  const places = among.filter((place) => !query.notPlaces.includes(place));
  const source = filter.source ?? (query.sources?.length === 1 ? query.sources[0] : null) ?? null;
  const conditions = [
    unread && 'readAt IS NULL',
    query.read && 'readAt IS NOT NULL',
    source !== null && 'source = @source',
    query.sources !== null && 'source IN (SELECT value FROM json_each(@sources))',
    filter.topic !== null && 'notices.topic = @topic', // the text index has a topic, too
    filter.minPriority !== null && 'priority >= @least',
    query.minPriority !== null && 'priority >= @minPriority',
    query.maxPriority !== null && 'priority <= @maxPriority',
    query.from !== null && 'sortAt >= @from',
    query.notSources.length > 0 && 'source NOT IN (SELECT value FROM json_each(@notSources))',
    query.notPriorities.length > 0 && 'priority NOT IN (SELECT value FROM json_each(@notPriorities))',
    places.length === 0 && '0',
  ].filter((condition) => condition !== false);
  const { minPriority, maxPriority, from } = query;
  return {
    places: places.length > 0 ? places : among,
    conditions,
    values: {
      ...{ source, topic: filter.topic, least: filter.minPriority, minPriority, maxPriority, from },
      sources: JSON.stringify(query.sources),
      notSources: JSON.stringify(query.notSources),
      notPriorities: JSON.stringify(query.notPriorities),
    },
    before: earlier(before, query.until === null ? null : { sortAt: query.until, id: 0 }),
    index: indexFor(unread && inInbox, source !== null, filter.topic !== null),
  };
}

function indexFor(unread: boolean, ofSource: boolean, ofTopic: boolean): string {
  if (unread) return indexOfUnread(ofSource, ofTopic);
  if (ofTopic) return 'notices_of_topic';
  return ofSource ? 'notices_of_source' : 'notices_placed';
}

function earlier(a: NoticeKey | null, b: NoticeKey | null): NoticeKey | null {
  if (a === null || b === null) return a ?? b;
  return isOlder(a, b) ? a : b;
}

/** Whether `a` comes after `b` in a list that is newest first. */
export function isOlder(a: NoticeKey, b: NoticeKey): boolean {
  return a.sortAt < b.sortAt || (a.sortAt === b.sortAt && a.id < b.id);
}

/**
 * What lies in the scope, newest first, at most @limit. One walk for each place, merged as they go: no index has all places
 * in one order. `beyond`: down to (@lastSortAt, @lastId), without the ids from @low to @high.
 */
export function walkSql(scope: Scope, columns: string, beyond = false): string {
  const conditions = [
    ...scope.conditions,
    ...(scope.before ? ['(sortAt, id) < (@beforeSortAt, @beforeId)'] : []),
    ...(beyond ? ['sortAt >= @lastSortAt', '(id < @low OR id > @high)'] : []),
  ];
  const walks = scope.places.map(
    (place) =>
      `SELECT ${columns} FROM notices INDEXED BY ${scope.index}
       WHERE ${[`place = '${place}'`, ...conditions].join(' AND ')}`,
  );
  return `${walks.join(' UNION ALL ')} ORDER BY sortAt DESC, id DESC LIMIT @limit`;
}

/** The newest in the scope, newest first. */
export function walk(db: Db, scope: Scope, limit: number): NoticeKey[] {
  return prepared(db, walkSql(scope, 'id, sortAt')).all({ ...walkValues(scope), limit }) as NoticeKey[];
}

/** The values of a walk’s names. */
export function walkValues({ values, before }: Scope): Record<string, unknown> {
  return { ...values, beforeSortAt: before?.sortAt, beforeId: before?.id };
}

/** 1 where a notice is in the scope, by itself. */
export function fitsSql({ places, conditions, before }: Scope): string {
  const key = before ? ['(sortAt, id) < (@beforeSortAt, @beforeId)'] : [];
  const inPlace = `place IN (${places.map((place) => `'${place}'`).join(', ')})`;
  return [inPlace, ...conditions, ...key].join(' AND ');
}
