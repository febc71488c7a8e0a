/** What is typed into the search field; the list shows what matches while it says something. */
import { signal } from '@preact/signals';
import type { FoundNotice } from '../../preload/contract.ts';

export const query = signal('');
/** What main did not understand of it, in words. */
export const mistakes = signal<string[]>([]);
/** The history is still being indexed: older notices may be missing. */
export const indexing = signal(false);
/** Where the hits are, for the rows that were found. */
export const found = signal<ReadonlyMap<number, FoundNotice>>(new Map());

/** A quote or a minus says nothing yet: something is to follow. */
export const asksForSomething = (typed: string): boolean => /[^\s"“”„-]/.test(typed);

export const isSearching = (): boolean => asksForSomething(query.value);
