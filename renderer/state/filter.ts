/** Which list is open. */
import { computed, signal } from '@preact/signals';
import type { NoticeFilter, NoticeView } from '../../preload/contract.ts';

export const inbox: NoticeFilter = { view: 'inbox', source: null, topic: null, minPriority: null };
export const unread: NoticeFilter = { ...inbox, view: 'unread' };
export const snoozed: NoticeFilter = { ...inbox, view: 'snoozed' };
export const archived: NoticeFilter = { ...inbox, view: 'archived' };
export const filter = signal<NoticeFilter>(inbox);

export const views: NoticeView[] = ['inbox', 'unread', 'snoozed', 'archived'];

/** Less than the whole of a view or source is shown. */
export const narrowed = computed(() => filter.value.topic !== null || filter.value.minPriority !== null);

export function sameFilter(a: NoticeFilter, b: NoticeFilter): boolean {
  return samePlace(a, b) && a.topic === b.topic && a.minPriority === b.minPriority;
}

/** Of one view and source, however narrowed. */
export function samePlace(a: NoticeFilter, b: NoticeFilter): boolean {
  return a.view === b.view && a.source === b.source;
}
