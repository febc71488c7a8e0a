/** Filters that have a name, in the sidebar. */
import { computed } from '@preact/signals';
import type { SavedFilter } from '../../preload/contract.ts';
import { text } from '../text.ts';
import { app, sourceById } from './app.ts';
import { act } from './bridge.ts';
import { change } from './change.ts';
import { filter, sameFilter } from './filter.ts';
import { offerUndo } from './undo.ts';

const all = computed(() => app.value?.savedFilters ?? []);

/** Without those of sources that were removed. */
export const savedFilters = computed(() =>
  all.value.filter((saved) => saved.filter.source === null || sourceById(saved.filter.source)),
);

/** The one that is open. */
export const openSaved = computed(() =>
  savedFilters.value.find((saved) => sameFilter(saved.filter, filter.value)),
);

export async function saveFilter(name: string): Promise<boolean> {
  return store([...all.value, { name, filter: filter.value }]);
}

export async function forgetFilter(saved: SavedFilter): Promise<void> {
  const at = all.value.indexOf(saved);
  if (at === -1) return;
  const done = await store(all.value.filter((one) => one !== saved));
  // Others may have been kept since.
  const undo = () => store(all.value.toSpliced(at, 0, saved));
  if (done) offerUndo({ said: text.filters.forgotten(saved.name), undo });
}

async function store(filters: SavedFilter[]): Promise<boolean> {
  return (await change({ savedFilters: filters }, () => act('setSavedFilters', { filters }))).ok;
}
