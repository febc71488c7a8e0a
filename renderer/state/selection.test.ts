import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../preload/contract.ts';
import { connect } from './bridge.ts';
import { targets, toggleChosen } from './chosen.ts';
import { filter, inbox, unread } from './filter.ts';
import { openList } from './list.ts';
import { goTo, select, selectAgain, selected, showNotice } from './selection.ts';

const notice = (id: number) => ({
  ...{ id, source: 's', title: `Notice ${id}`, body: '', topic: null, link: null, tags: [], priority: 3 },
  ...{ sortAt: id, readAt: null, place: 'inbox', heldUntil: null, repeats: 0, markdown: false },
});
let asked: string[] = [];
const answers: Record<string, (args: { id: number }) => unknown> = {
  listNotices: () => ({ notices: [3, 2, 1].map(notice), gaps: [], next: null }),
  getNotice: ({ id }) => notice(id),
};
connect({
  async request(name: string, args: { id: number }) {
    asked.push(name);
    return { ok: true, value: answers[name]?.(args) ?? null };
  },
} as unknown as Bridge);

beforeEach(async () => {
  filter.value = inbox;
  await openList();
  asked = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const idsOf = (notices: { id: number }[]) => notices.map(({ id }) => id);

test('a notice that a toast brings up is what one acts on, though others were chosen', async () => {
  toggleChosen(1);
  toggleChosen(2);
  expect(idsOf(targets.value)).toEqual([2, 1]);
  await showNotice(3);
  expect(selected.value).toBe(3);
  expect(idsOf(targets.value)).toEqual([3]);
});

test('what was chosen in a list is not chosen in the next, nor when one comes back', async () => {
  toggleChosen(1);
  await goTo(unread);
  expect(targets.value).toEqual([]);
  await goTo(inbox);
  expect(targets.value).toEqual([]);
});

test('a notice that somebody moved to counts as read after a moment; one that came back does not', async () => {
  vi.useFakeTimers();
  selectAgain(1);
  await vi.runAllTimersAsync();
  expect(asked).not.toContain('markRead');
  select(2, { open: false });
  await vi.runAllTimersAsync();
  expect(asked).toContain('markRead');
});
