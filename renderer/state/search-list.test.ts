import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Bridge, NoticeKey, RequestArgs } from '../../preload/contract.ts';
import { connect } from './bridge.ts';
import { filter, inbox } from './filter.ts';
import { listStatus, loadMore, nextPage, openList, refreshList, rows } from './list.ts';
import { query } from './search.ts';

/** What a search finds, newest first. */
let matches: number[] = [];
/** So many parts of the history hold nothing that matches. */
let barren = 0;
/** The search that is looking; as in main, a newer one ends it. */
let looking: ((found: boolean) => void) | null = null;

const row = (id: number) => ({
  ...{ id, source: 's', title: `Notice ${id}`, body: '', topic: null, link: null, tags: [], priority: 3 },
  ...{ sortAt: id, readAt: 1, place: 'inbox', heldUntil: null, repeats: 0, markdown: false },
});
const key = (id: number): NoticeKey => ({ id, sortAt: id });

function find({ before, limit }: RequestArgs<'search'>) {
  const from = before?.sortAt ?? Number.MAX_SAFE_INTEGER;
  const about = { gaps: [], mistakes: [], indexing: false };
  if (barren > 0) {
    barren -= 1;
    return { ...about, notices: [], next: key(from - 1) };
  }
  const fitting = matches.filter((id) => id < from);
  const notices = fitting.slice(0, limit).map(row);
  return { ...about, notices, next: fitting.length > limit ? key(fitting[limit - 1] ?? 0) : null };
}

connect({
  async request(name: string, args: RequestArgs<'search'>) {
    if (name === 'listNotices') return { ok: true, value: find(args) };
    looking?.(false);
    const isNewest = await new Promise<boolean>((resolve) => {
      looking = resolve;
      setImmediate(resolve, true);
    });
    return isNewest ? { ok: true, value: find(args) } : { ok: false, error: 'A newer search came.' };
  },
} as unknown as Bridge);

const ids = () => rows.value.map(({ id }) => id);

beforeEach(async () => {
  barren = 0;
  matches = Array.from({ length: 50 }, (_, i) => 50 - i);
  filter.value = inbox;
  query.value = 'disk';
  await openList();
});

afterAll(() => {
  query.value = ''; // other files share the state
});

test('what comes while one searches is shown once the search is through, and never fails it', async () => {
  const opened = openList();
  matches.unshift(51);
  await Promise.all([opened, refreshList()]);
  expect(listStatus.value).toBe('ready');
  expect(ids()[0]).toBe(51);
});

test('what comes while the next page is looked for is shown too', async () => {
  const more = loadMore();
  matches.unshift(51);
  await Promise.all([more, refreshList()]);
  expect(ids()[0]).toBe(51);
  expect(ids()).toHaveLength(51);
});

test('another list loads its next page, though one of a search that was left is on its way', async () => {
  const left = loadMore();
  query.value = '';
  await openList();
  await loadMore();
  await left;
  expect(ids()).toHaveLength(50);
});

test('a search goes on where it has looked at thousands and found nothing yet', async () => {
  barren = 3;
  await openList();
  expect(ids()).toHaveLength(50);
  barren = 3;
  matches = matches.slice(0, 5);
  rows.value = [];
  await refreshList();
  expect(ids()).toHaveLength(5);
  expect(nextPage.value).toBeNull();
});
