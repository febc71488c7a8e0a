import { expect, it } from 'vitest';
import type { Gap, NoticeRow } from '../../preload/contract.ts';
import { isGap, placeGaps } from './gaps.ts';

const rest = { source: 's', title: null, body: '', topic: null, priority: 3, link: null, readAt: null };
const row = (sortAt: number): NoticeRow => ({
  ...{ id: sortAt, ...rest, tags: [], sortAt },
  ...{ place: 'inbox', heldUntil: null, repeats: 0, markdown: false },
});
const gap = (from: number, to: number, source = 's'): Gap => ({ id: to, source, from, to, why: 'lost' });
const byHundreds = (at: number) => String(Math.floor(at / 100));
const placed = (rows: number[], gaps: Gap[]) =>
  placeGaps(rows.map(row), gaps, byHundreds).map((entry) =>
    isGap(entry) ? `${entry.source} ${entry.from}-${entry.to} x${entry.count}` : entry.sortAt,
  );

it('puts a gap where it ended: below what came after, above what came before', () => {
  expect(placed([30, 20, 10], [gap(12, 18), gap(31, 35)])).toEqual(['s 31-35 x1', 30, 20, 's 12-18 x1', 10]);
});

it('puts a gap below a notice of the moment it ended', () => {
  expect(placed([20, 10], [gap(15, 20)])).toEqual([20, 's 15-20 x1', 10]);
});

it('shows a gap before everything at the end', () => {
  expect(placed([30], [gap(1, 5)])).toEqual([30, 's 1-5 x1']);
});

it('folds gaps of one source that no notice parts, and keeps sources apart', () => {
  const gaps = [gap(21, 22), gap(23, 24, 'other'), gap(25, 26), gap(11, 12)];
  expect(placed([30, 20, 10], gaps)).toEqual([30, 's 21-26 x2', 'other 23-24 x1', 20, 's 11-12 x1', 10]);
});

it('does not fold over midnight', () => {
  expect(placed([], [gap(110, 120), gap(50, 60)])).toEqual(['s 110-120 x1', 's 50-60 x1']);
});
