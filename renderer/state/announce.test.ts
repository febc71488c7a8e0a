import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppState, NoticeRow } from '../../preload/contract.ts';
import { announce, announceArrivals, announcement } from './announce.ts';
import { told } from './app.ts';

const notice = (id: number, readAt: number | null = null): NoticeRow => ({
  ...{ id, source: 's', title: `Notice ${id}`, body: '', topic: null, link: null, tags: [], priority: 3 },
  ...{ sortAt: id, readAt, place: 'inbox', heldUntil: null, repeats: 0, markdown: false },
});

let said: string[];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  announcement.value = '';
  said = [];
  stop = announcement.subscribe((words) => {
    if (words) said.push(words);
  });
});
afterEach(() => {
  vi.runAllTimers(); // until it is quiet again
  vi.useRealTimers();
  stop();
  told.value = null;
});

it('says in one breath that many came', () => {
  announceArrivals(Array.from({ length: 200 }, (_, id) => notice(id)));
  vi.runAllTimers();
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('200');
});

it('names one that comes alone, and sums up what follows at its heels', () => {
  for (const id of [1, 2, 3]) announceArrivals([notice(id)]);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Notice 1');
  vi.runAllTimers();
  expect(said).toHaveLength(2);
  expect(said[1]).toContain('2');
});

it('says nothing of what is read, or muted, or came while toasts are paused', () => {
  announceArrivals([notice(1, 5)]);
  told.value = { paused: null, sources: [{ id: 's', muted: true }] } as AppState;
  announceArrivals([notice(2)]);
  told.value = { paused: 'forever', sources: [] as AppState['sources'] } as AppState;
  announceArrivals([notice(3)]);
  vi.runAllTimers();
  expect(said).toEqual([]);
});

it('says the same words again, each time they are true again', () => {
  for (let i = 0; i < 3; i++) announce('Copied');
  expect(said.map((words) => words.trim())).toEqual(['Copied', 'Copied', 'Copied']);
});
