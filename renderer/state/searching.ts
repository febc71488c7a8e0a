/** Searching takes the list's place; leaving it brings the list back as it was. */
import { batch } from '@preact/signals';
import { text } from '../text.ts';
import { announce } from './announce.ts';
import { chooseNone } from './chosen.ts';
import { nextPage, openList, restoreList, rows, type Snapshot, takeSnapshot } from './list.ts';
import { asksForSomething, isSearching, query } from './search.ts';
import { select, selected } from './selection.ts';

const quietMs = 800;

type Left = { list: Snapshot; selected: number | null; scrollTop: number };
let left: Left | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Finds what is typed, as it is typed; nothing leads back. */
export async function searchFor(typed: string): Promise<void> {
  if (!isSearching())
    left = { list: takeSnapshot(), selected: selected.value, scrollTop: scroller()?.scrollTop ?? 0 };
  if (!asksForSomething(typed)) return leaveSearch(typed);
  chooseNone();
  query.value = typed;
  clearTimeout(timer);
  await openList();
  if (query.value === typed) timer = setTimeout(sayFound, quietMs);
}

/** @param typed what stays in the field */
export async function leaveSearch(typed = ''): Promise<void> {
  clearTimeout(timer);
  const was = isSearching() ? left : null;
  query.value = typed;
  left = null;
  if (was === null) return;
  let fresh = Promise.resolve();
  batch(() => {
    fresh = restoreList(was.list);
    select(was.selected, { open: false });
  });
  requestAnimationFrame(() => scroller()?.scrollTo({ top: was.scrollTop, behavior: 'instant' }));
  return fresh;
}

function sayFound(): void {
  if (isSearching()) announce(text.search.found(rows.value.length, nextPage.value !== null));
}

function scroller(): Element | null {
  return document.querySelector('.scroller');
}
