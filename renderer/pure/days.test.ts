import { expect, it } from 'vitest';
import type { NoticeRow } from '../../preload/contract.ts';
import { groupByDay } from './days.ts';
import { type Entry, type GapLine, timeOf } from './gaps.ts';

const row = (id: number): NoticeRow => ({
  id,
  source: 's',
  title: null,
  body: '',
  topic: null,
  priority: 3,
  link: null,
  tags: [],
  sortAt: id,
  readAt: null,
  place: 'inbox',
  heldUntil: null,
  repeats: 0,
  markdown: false,
});
const byTens = { dayKey: (entry: Entry) => String(Math.floor(timeOf(entry) / 10)), timeOf };

it('groups rows by day in the order they come', () => {
  const days = groupByDay([row(21), row(20), row(12), row(3)], byTens);
  expect(days.map((day) => [day.key, day.at, day.entries.map(({ id }) => id)])).toEqual([
    ['2', 21, [21, 20]],
    ['1', 12, [12]],
    ['0', 3, [3]],
  ]);
});

it('keeps the object of a day whose rows are the same', () => {
  const rows = [row(21), row(12), row(3)];
  const before = groupByDay(rows, byTens);
  const after = groupByDay([row(22), ...rows.slice(0, 2), row(3)], byTens, before);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  expect(after[2]).not.toBe(before[2]);
});

it('keeps the object of a day whose gaps say the same', () => {
  const gap = (count: number, why = 'w'): GapLine => ({ id: 9, source: 's', from: 1, to: 15, why, count });
  const before = groupByDay([gap(1), row(3)], byTens);
  expect(groupByDay([gap(1), row(3)], byTens, before)[0]).toBe(before[0]);
  expect(groupByDay([gap(2), row(3)], byTens, before)[0]).not.toBe(before[0]);
  expect(groupByDay([gap(1, 'in another language'), row(3)], byTens, before)[0]).not.toBe(before[0]);
});
