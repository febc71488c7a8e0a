import { beforeEach, describe, expect, it } from 'vitest';
import type { Bridge, Gap, NoticeRow, Page, RequestArgs } from '../../preload/contract.ts';
import { connect } from './bridge.ts';
import { filter, inbox, unread } from './filter.ts';
import {
  gaps,
  hideRows,
  listenForArrivals,
  listStatus,
  loadMore,
  newAbove,
  nextPage,
  openList,
  refreshList,
  rows,
  showRead,
} from './list.ts';
import { markdownReader } from './markdown.ts';

/** A history as main would answer from, whose answers can be held back. */
let history: NoticeRow[] = [];
let missed: Gap[] = [];
let asked: RequestArgs<'listNotices'>[] = [];
let held: (() => void)[] | null = null;

function notice(id: number, readAt: number | null = 1): NoticeRow {
  const text = { title: `Notice ${id}`, body: '', topic: null, link: null, tags: [] };
  return {
    ...text,
    id,
    source: id % 2 ? 'odd' : 'even',
    priority: 3,
    sortAt: id * 10,
    readAt,
    place: 'inbox',
    heldUntil: null,
    repeats: 0,
    markdown: false,
  };
}

function page({ filter: wanted, before, limit }: RequestArgs<'listNotices'>): Page {
  const fitting = history
    .filter(
      (row) =>
        (wanted.view !== 'unread' || row.readAt === null) && (wanted.source ?? row.source) === row.source,
    )
    .filter((row) => before === null || row.sortAt < before.sortAt)
    .sort((a, b) => b.sortAt - a.sortAt);
  const notices = fitting.slice(0, limit);
  const last = notices.at(-1);
  const next = last && fitting.length > limit ? last : null;
  const lost = missed.filter(({ to }) => to > (next?.sortAt ?? 0) && to <= (before?.sortAt ?? Infinity));
  return { notices: structuredClone(notices), gaps: structuredClone(lost), next };
}

const bellhop = {
  async request(name: string, args: RequestArgs<'listNotices'>) {
    if (name !== 'listNotices') return { ok: true, value: null };
    asked.push(args);
    const value = page(args); // as it is when main is asked, however late the answer comes
    if (held) await new Promise<void>((release) => held?.push(release));
    return { ok: true, value };
  },
} as unknown as Bridge;
connect(bellhop);

const ids = () => rows.value.map((row) => row.id);
function release() {
  for (const go of held ?? []) go();
  held = null;
}

beforeEach(async () => {
  held = null;
  missed = [];
  history = Array.from({ length: 150 }, (_, i) => notice(i + 1));
  filter.value = inbox;
  await openList();
  asked = [];
});

describe('paging', () => {
  it('opens at the newest and goes on to the end, each row once', async () => {
    expect(rows.value).toHaveLength(10); // a screen, so that the window stands at once
    for (let n = 0; n < 4; n++) await loadMore();
    expect(ids()).toEqual(Array.from({ length: 150 }, (_, i) => 150 - i));
    expect(nextPage.value).toBeNull();
    expect(asked).toHaveLength(3);
  });
  it('asks once for a page, however often its end comes near', async () => {
    await Promise.all([loadMore(), loadMore()]);
    expect(asked).toHaveLength(1);
    expect(rows.value).toHaveLength(70);
  });
});

describe('a change', () => {
  it('fetches again what is loaded, and not only its first page', async () => {
    await loadMore();
    history.push(notice(151));
    history.splice(89, 1);
    await refreshList();
    expect(ids()[0]).toBe(151);
    expect(ids()).not.toContain(90);
    expect(ids()).toContain(82);
  });
  it('leaves nothing out of a list longer than the longest page', async () => {
    history = Array.from({ length: 1300 }, (_, i) => notice(i + 1));
    await openList();
    while (nextPage.value !== null) await loadMore();
    await refreshList();
    expect(rows.value).toHaveLength(1300);
  });
  it('tells of what came in on top', async () => {
    const heard: number[] = [];
    listenForArrivals((notices) => heard.push(...notices.map(({ id }) => id)));
    history.push(notice(151, null), notice(152, null));
    await refreshList();
    expect(heard).toEqual([152, 151]);
    expect(newAbove.value).toBe(0);
  });
  it('that comes while one is fetched leads to one more round, not one each', async () => {
    held = [];
    const first = refreshList();
    history.push(notice(151));
    const others = [refreshList(), refreshList()];
    release();
    await Promise.all([first, ...others]);
    expect(asked).toHaveLength(2);
    expect(ids()[0]).toBe(151);
  });
  it('is not lost when it comes while the list opens', async () => {
    held = [];
    const opening = openList();
    history.push(notice(151));
    const refreshed = refreshList();
    release();
    await Promise.all([opening, refreshed]);
    expect(ids()[0]).toBe(151);
  });
});

it('has the gaps of all that is loaded, each once, and of what comes', async () => {
  const gap = (to: number): Gap => ({ id: to, source: 'odd', from: to - 5, to, why: 'lost' });
  const ends = () => gaps.value.map(({ to }) => to);
  missed = [gap(1415), gap(905)];
  await openList();
  expect(ends()).toEqual([1415]);
  await loadMore();
  expect(ends()).toEqual([1415, 905]);
  missed.unshift(gap(1600));
  await refreshList();
  expect(ends()).toEqual([1600, 1415, 905]);
});

it('has what reads Markdown before it shows the first row with some', async () => {
  history = [{ ...notice(1), markdown: true }];
  await openList();
  expect(markdownReader.value?.withoutMarks('**a**')).toBe('a');
});

it('drops the answer for a list that was left', async () => {
  held = [];
  const everything = openList();
  filter.value = { ...inbox, source: 'odd' };
  const odd = openList();
  held.reverse(); // the later question is answered first
  release();
  await Promise.all([everything, odd]);
  expect(rows.value.every((row) => row.source === 'odd')).toBe(true);
  expect(listStatus.value).toBe('ready');
});

describe('the unread list', () => {
  beforeEach(async () => {
    history = [notice(1, null), notice(2, null), notice(3, null)];
    filter.value = unread;
    await openList();
  });
  it('keeps what was read in it until it is opened anew', async () => {
    showRead([2], 5);
    history[1] = notice(2, 5);
    await refreshList();
    expect(ids()).toEqual([3, 2, 1]);
    expect(rows.value[1]?.readAt).toBe(5);
    await openList();
    expect(ids()).toEqual([3, 1]);
  });
  it('has what was read in it again when an undo brings that back', async () => {
    showRead([2], 5);
    history[1] = notice(2, 5);
    const bringBack = hideRows([2]);
    await refreshList();
    expect(ids()).toEqual([3, 1]);
    bringBack();
    await refreshList();
    expect(ids()).toEqual([3, 2, 1]);
  });
  it('does not keep what was deleted', async () => {
    showRead([2], 5);
    hideRows([2]);
    history.splice(1, 1);
    await refreshList();
    expect(ids()).toEqual([3, 1]);
  });
});
