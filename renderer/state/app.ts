/** Main's snapshot: sources, counts, preferences, problems. */
import { computed, signal } from '@preact/signals';
import type { AppState, SourceView } from '../../preload/contract.ts';
import { marks } from '../pure/marks.ts';

/** null until the first answer. */
export const app = signal<AppState | null>(null);

export const sources = computed<SourceView[]>(() => app.value?.sources ?? []);
/** There is something to list, or will be: what a removed source sent may have been kept. */
export const hasList = computed(() => sources.value.length > 0 || (app.value?.counts.total ?? 0) > 0);
export const sourceMarks = computed(() => marks(sources.value));

export function sourceById(id: string | null): SourceView | undefined {
  return sources.value.find((source) => source.id === id);
}
