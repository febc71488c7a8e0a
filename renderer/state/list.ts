/** The rows on the screen: loaded page by page, and fetched again when main says that something changed. */
import { signal } from '@preact/signals';
import type { Gap, NoticeKey, NoticeRow, Page, Reply } from '../../preload/contract.ts';
import { mergeRows, newcomers, newestFirst, soonestFirst } from '../pure/merge.ts';
import { ask } from './bridge.ts';
import { filter, inbox } from './filter.ts';
import { fetchReaderFor } from './markdown.ts';
import { found, indexing, isSearching, mistakes, query } from './search.ts';

/** As many as a screen shows: the window stands sooner, and the next page follows at once. */
const firstPage = 10;
const furtherPage = 60;
const largestPage = 1000;
const largestSearchPage = 200;

export const rows = signal<NoticeRow[]>([]);
/** Times within the loaded part of the list in which something may have been missed. */
export const gaps = signal<Gap[]>([]);
/** `loading` only before the first page of a filter is there. */
export const listStatus = signal<'loading' | 'ready' | 'failed'>('loading');
/** Rows that came in while the list was open: they enter softly. */
export const arrived = signal<ReadonlySet<number>>(new Set());
/** The list is scrolled to its newest row. */
export const atTop = signal(true);
/** How many came in above the part of the list that is on the screen. */
export const newAbove = signal(0);
/** Where the next page starts; null at the end of the history. */
export const nextPage = signal<NoticeKey | null>(null);

type Listener = (notices: NoticeRow[]) => void;
let onArrival: Listener = () => {};
/** Calls back with every notice that came in at the top of the open list. */
export function listenForArrivals(listener: Listener): void {
  onArrival = listener;
}

/** Rows of an unread-only list that were read here: they stay until the list is opened anew. */
const kept = new Set<number>();
/** Counts openings of the list, so that an answer for an earlier one is dropped. */
let opening = 0;

async function fetchPage(before: NoticeKey | null, limit: number): Promise<Reply<Page>> {
  const reply = await (isSearching()
    ? searchPage(before, Math.min(limit, largestSearchPage))
    : ask('listNotices', { filter: filter.value, before, limit }));
  if (reply.ok) await fetchReaderFor(reply.value.notices);
  return reply;
}

/** What matches, in the list of the whole history, or of the source that is open. */
async function searchPage(before: NoticeKey | null, limit: number): Promise<Reply<Page>> {
  const reply = await ask('search', {
    text: query.value,
    filter: { ...inbox, source: filter.value.source, view: null },
    before,
    limit,
  });
  if (!reply.ok) return reply;
  const { notices, next } = reply.value;
  mistakes.value = reply.value.mistakes;
  indexing.value = reply.value.indexing;
  const marked = new Map(before === null ? [] : found.value);
  for (const notice of notices) marked.set(notice.id, notice);
  found.value = marked;
  return { ok: true, value: { notices, gaps: [], next } };
}

type IsOpen = () => boolean;
/** What is asked about the open list takes turns: main gives up a search when another comes. */
let lastTurn: Promise<void> | null = null;

/** @param work is told whether the list is still open that it is about */
function inTurn(work: (isOpen: IsOpen) => Promise<unknown>): Promise<void> {
  const mine = opening;
  const isOpen = () => mine === opening;
  const go = async () => {
    if (isOpen()) await work(isOpen);
  };
  const turn = lastTurn === null ? go() : lastTurn.then(go, go);
  const end = () => {
    if (lastTurn === turn) lastTurn = null;
  };
  lastTurn = turn;
  turn.then(end, end);
  return turn;
}

function leaveList(): void {
  opening += 1;
  lastTurn = null;
  isStale = false;
  kept.clear();
}

/** Opens the list of the current filter at its top. */
export function openList(): Promise<void> {
  leaveList();
  // While one types, what was found before stays until the next is there.
  if (!isSearching() || listStatus.value === 'failed') listStatus.value = 'loading';
  return inTurn(openFirstPage);
}

async function openFirstPage(isOpen: IsOpen): Promise<void> {
  const reply = await fetchPage(null, firstPage);
  if (!isOpen()) return;
  arrived.value = new Set();
  newAbove.value = 0;
  rows.value = reply.ok ? reply.value.notices : [];
  gaps.value = reply.ok ? reply.value.gaps : [];
  nextPage.value = reply.ok ? reply.value.next : null;
  listStatus.value = reply.ok ? 'ready' : 'failed';
  // A search may have looked at thousands and found none yet.
  let goesOn = reply.ok;
  while (goesOn && rows.value.length === 0) goesOn = await addPage(isOpen);
}

/** @returns whether there was one, and it came */
async function addPage(isOpen: IsOpen): Promise<boolean> {
  if (nextPage.value === null) return false;
  const reply = await fetchPage(nextPage.value, furtherPage);
  if (!isOpen() || !reply.ok) return false;
  rows.value = [...rows.value, ...reply.value.notices];
  gaps.value = [...gaps.value, ...reply.value.gaps];
  nextPage.value = reply.value.next;
  return true;
}

/** The opening whose next page is on its way. */
let loadingMore: number | null = null;

/** Adds the next page at the end. Called while the end is near the screen. */
export async function loadMore(): Promise<void> {
  if (nextPage.value === null || loadingMore === opening) return;
  const mine = opening;
  loadingMore = mine;
  await inTurn(addPage);
  if (loadingMore === mine) loadingMore = null;
}

/** What comes in goes to the inbox; in the other lists a new row is no news. */
const showsNews = () => filter.value.view === 'inbox' || filter.value.view === 'unread';

let isStale = false;

/** Fetches again what is loaded. Calls made before it is their turn share one round. */
export function refreshList(): Promise<void> {
  if (listStatus.value === 'failed') return openList();
  isStale = true;
  return inTurn(async (isOpen) => {
    if (isStale && listStatus.value === 'ready') await refresh(isOpen);
  });
}

const order = () => (filter.value.view === 'snoozed' && !isSearching() ? soonestFirst : newestFirst);

async function refresh(isOpen: IsOpen): Promise<void> {
  isStale = false;
  const { keyOf, compare } = order();
  const last = rows.value.at(-1);
  const end = last && keyOf(last);
  const isBefore = (next: NoticeKey) => (end === undefined ? fresh.length === 0 : compare(next, end) < 0);
  const fresh: NoticeRow[] = [];
  const freshGaps: Gap[] = [];
  let next: NoticeKey | null = null;
  do {
    const limit = Math.min(largestPage, Math.max(firstPage, rows.value.length - fresh.length + 1));
    const reply = await fetchPage(next, limit);
    if (!isOpen() || !reply.ok) return;
    fresh.push(...reply.value.notices);
    freshGaps.push(...reply.value.gaps);
    next = reply.value.next;
  } while (next !== null && isBefore(next));
  const incoming = newcomers(rows.value, fresh);
  rows.value = mergeRows(rows.value, fresh, kept, order());
  gaps.value = freshGaps;
  nextPage.value = next;
  if (incoming.length === 0 || isSearching() || !showsNews()) return;
  arrived.value = new Set(incoming.map((notice) => notice.id));
  if (!atTop.value) newAbove.value += incoming.length;
  onArrival(incoming);
}

/** Shows rows as read or unread before main confirms it. */
export function showRead(ids: number[], readAt: number | null): void {
  const changed = new Set(ids);
  if (filter.value.view === 'unread') for (const id of ids) kept.add(id);
  rows.value = rows.value.map((row) => (changed.has(row.id) ? { ...row, readAt } : row));
}

/**
 * Takes rows away before main confirms it.
 * @returns puts back those that are only here since they were read in it: the history's unread ones are without them
 */
export function hideRows(ids: number[]): () => void {
  const mine = opening;
  const gone = new Set(ids);
  const onlyHere = rows.value.filter(({ id }) => gone.has(id) && kept.has(id));
  for (const id of ids) kept.delete(id);
  rows.value = rows.value.filter((row) => !gone.has(row.id));
  return () => {
    if (mine !== opening) return;
    for (const { id } of onlyHere) kept.add(id);
    const back = new Set(onlyHere);
    rows.value = mergeRows(
      [...rows.value, ...onlyHere],
      rows.value.filter((row) => !back.has(row)),
      kept,
      order(),
    );
  };
}

/** Shows what is in the list as read before main confirms it. */
export function showAllRead(): void {
  kept.clear();
  const readAt = Date.now();
  rows.value = rows.value.map((row) => (row.readAt === null ? { ...row, readAt } : row));
}

/** A list as it was when it was left. */
export type Snapshot = { rows: NoticeRow[]; gaps: Gap[]; next: NoticeKey | null };

export function takeSnapshot(): Snapshot {
  return { rows: rows.value, gaps: gaps.value, next: nextPage.value };
}

/** Puts a list back, and brings it up to date. */
export function restoreList(former: Snapshot): Promise<void> {
  leaveList();
  rows.value = former.rows;
  gaps.value = former.gaps;
  nextPage.value = former.next;
  listStatus.value = 'ready';
  return refreshList();
}
