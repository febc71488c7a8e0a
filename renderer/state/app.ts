/** Main's snapshot: sources, counts, preferences, problems. */
import { computed, signal } from '@preact/signals';
import type { AppState, SourceView } from '../../preload/contract.ts';
import { marks } from '../pure/marks.ts';

/** null until the first answer. */
export const app = signal<AppState | null>(null);

export const sources = computed<SourceView[]>(() => app.value?.sources ?? []);
export const sourceMarks = computed(() => marks(sources.value));

export function sourceById(id: string | null): SourceView | undefined {
  return sources.value.find((source) => source.id === id);
}
