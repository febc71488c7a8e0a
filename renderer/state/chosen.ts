/** Several notices chosen at once. None: what is done is done to the one that is selected. */
import { computed, signal } from '@preact/signals';
import { rows } from './list.ts';
import { selected, selectedNotice } from './selection.ts';

const marked = signal<ReadonlySet<number>>(new Set());
/** Where a range begins. */
let anchor: number | null = null;

/** Those of them that the list still has, in its order. */
export const chosenRows = computed(() =>
  marked.value.size === 0 ? [] : rows.value.filter(({ id }) => marked.value.has(id)),
);
export const chosen = computed<ReadonlySet<number>>(() => new Set(chosenRows.value.map(({ id }) => id)));

/** What an action is about. */
export const targets = computed(() => {
  if (chosenRows.value.length > 0) return chosenRows.value;
  return selectedNotice.value === null ? [] : [selectedNotice.value];
});

export function toggleChosen(id: number): void {
  const next = new Set(chosen.value);
  if (!next.delete(id)) next.add(id);
  marked.value = next;
  anchor = id;
}

/** Chooses all from where the range began up to this one. */
export function extendChosen(from: number | null, to: number): void {
  if (chosen.value.size === 0) anchor = from ?? to;
  const [a, b] = [anchor, to].map((id) => rows.value.findIndex((row) => row.id === id));
  if (a === undefined || b === undefined || a === -1 || b === -1) toggleChosen(to);
  else marked.value = new Set(rows.value.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id));
}

/** All that is loaded. */
export function chooseAll(): void {
  marked.value = new Set(rows.value.map(({ id }) => id));
  anchor = selected.value;
}

export function chooseNone(): void {
  marked.value = new Set();
  anchor = null;
}
