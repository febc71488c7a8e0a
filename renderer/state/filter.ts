/** Which list is open. */
import { signal } from '@preact/signals';
import type { NoticeFilter } from '../../preload/contract.ts';

export const inbox: NoticeFilter = { unreadOnly: false, source: null };
export const filter = signal<NoticeFilter>(inbox);

export function sameFilter(a: NoticeFilter, b: NoticeFilter): boolean {
  return a.unreadOnly === b.unreadOnly && a.source === b.source;
}
