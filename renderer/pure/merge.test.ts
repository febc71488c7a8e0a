import { describe, expect, it } from 'vitest';
import type { NoticeRow } from '../../preload/contract.ts';
import { mergeRows, newcomers } from './merge.ts';

function row(id: number, change: Partial<NoticeRow> = {}): NoticeRow {
  return {
    id,
    source: 's',
    title: `Notice ${id}`,
    body: '',
    topic: null,
    priority: 3,
    link: null,
    tags: [],
    sortAt: id * 1000,
    readAt: null,
    place: 'inbox',
    heldUntil: null,
    repeats: 0,
    markdown: false,
    ...change,
  };
}

describe('fetching the list again', () => {
  it('keeps the object of every unchanged row and replaces changed ones', () => {
    const shown = [row(2), row(1)];
    const merged = mergeRows(shown, [row(3), row(2), row(1, { readAt: 5 })]);
    expect(merged.map((r) => r.id)).toEqual([3, 2, 1]);
    expect(merged[1]).toBe(shown[0]);
    expect(merged[2]?.readAt).toBe(5);
  });
  it('drops rows that are gone', () => {
    expect(mergeRows([row(2), row(1)], [row(2)]).map((r) => r.id)).toEqual([2]);
  });
  it('leaves a kept row in its place, once', () => {
    const shown = [row(3), row(2), row(1)];
    const kept = new Set([2, 1]);
    expect(mergeRows(shown, [row(4), row(3), row(1)], kept).map((r) => r.id)).toEqual([4, 3, 2, 1]);
  });
});

describe('newcomers', () => {
  it('are only those above what was shown', () => {
    const fresh = [row(5), row(4), row(3), row(2), row(1)];
    expect(newcomers([row(4), row(2)], fresh).map((r) => r.id)).toEqual([5]);
  });
  it('are told apart by id at equal times', () => {
    const tie = { sortAt: 9 };
    expect(newcomers([row(1, tie)], [row(2, tie), row(1, tie)]).map((r) => r.id)).toEqual([2]);
  });
  it('are all when nothing was shown', () => {
    expect(newcomers([], [row(1)])).toHaveLength(1);
  });
});
