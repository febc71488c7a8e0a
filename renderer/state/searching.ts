/** Searching takes the list's place; leaving it brings the list back as it was. */
import { batch } from '@preact/signals';
import { focusList } from '../focus.ts';
import { text } from '../text.ts';
import { announce } from './announce.ts';
import { chooseNone } from './chosen.ts';
import { nextPage, openList, restoreList, rows, type Snapshot, takeSnapshot } from './list.ts';
import { asksForSomething, isSearching, query } from './search.ts';
import { select, selectAgain, selected } from './selection.ts';

const quietMs = 800;

type Left = { list: Snapshot; selected: number | null; scrollTop: number };
let left: Left | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The last search, through or not. */
let finding = Promise.resolve();

/** Finds what is typed, as it is typed; nothing leads back. */
export async function searchFor(typed: string): Promise<void> {
  if (!isSearching())
    left = { list: takeSnapshot(), selected: selected.value, scrollTop: scroller()?.scrollTop ?? 0 };
  if (!asksForSomething(typed)) return leaveSearch(typed);
  chooseNone();
  query.value = typed;
  clearTimeout(timer);
  finding = openList();
  await finding;
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
    selectAgain(was.selected);
  });
  requestAnimationFrame(() => scroller()?.scrollTo({ top: was.scrollTop, behavior: 'instant' }));
  return fresh;
}

/** Goes to what is typed, once it is found: the selected notice if it is among that, or the first. */
export async function goToFound(): Promise<void> {
  const typed = query.value;
  await finding;
  if (query.value !== typed) return;
  const [first] = rows.value;
  if (first && !rows.value.some(({ id }) => id === selected.value)) select(first.id, { open: false });
  focusList();
}

function sayFound(): void {
  if (isSearching()) announce(text.search.found(rows.value.length, nextPage.value !== null));
}

function scroller(): Element | null {
  return document.querySelector('.scroller');
}
