/** Which list is open. */
import { signal } from '@preact/signals';
import type { NoticeFilter } from '../../preload/contract.ts';

export const inbox: NoticeFilter = { view: 'inbox', source: null, topic: null, minPriority: null };
export const unread: NoticeFilter = { ...inbox, view: 'unread' };
export const snoozed: NoticeFilter = { ...inbox, view: 'snoozed' };
export const archived: NoticeFilter = { ...inbox, view: 'archived' };
export const filter = signal<NoticeFilter>(inbox);

export function sameFilter(a: NoticeFilter, b: NoticeFilter): boolean {
  return a.view === b.view && a.source === b.source && a.topic === b.topic && a.minPriority === b.minPriority;
}
