/** Main's snapshot: sources, counts, preferences, problems. */
import { computed, signal } from '@preact/signals';
import type { AppState, SourceView } from '../../preload/contract.ts';
import { marks } from '../pure/marks.ts';

/** What main told last; null until its first answer. */
export const told = signal<AppState | null>(null);

/** What changes that main has not answered yet will make of it (change.ts). */
export const wished = signal<Partial<AppState>>({});

export const app = computed<AppState | null>(() => told.value && { ...told.value, ...wished.value });

export const sources = computed<SourceView[]>(() => app.value?.sources ?? []);
/** There is something to list, or will be: what a removed source sent may have been kept. */
export const hasList = computed(() => sources.value.length > 0 || (app.value?.counts.total ?? 0) > 0);
export const sourceMarks = computed(() => marks(sources.value));

export function sourceById(id: string | null): SourceView | undefined {
  return sources.value.find((source) => source.id === id);
}
