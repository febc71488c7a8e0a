import type { ComponentChildren } from 'preact';
import type { NoticeFilter } from '../preload/contract.ts';
import { numberHere } from './here.ts';
import { filter, sameFilter, samePlace } from './state/filter.ts';
import { openSaved } from './state/savedFilters.ts';
import { isSearching } from './state/search.ts';
import { goTo } from './state/selection.ts';
import { text } from './text.ts';

/** A list that the sidebar leads to. */
export function ListItem(props: {
  to: NoticeFilter;
  count: number;
  counted?: (count: number) => string;
  title?: string | undefined;
  children: ComponentChildren;
}) {
  const { to, count, counted = text.nav.unreadCount, title, children } = props;
  return (
    <button
      type="button"
      class="item"
      aria-current={isOpen(to) ? 'page' : undefined}
      title={title}
      onClick={() => void goTo(to)}
    >
      {children}
      {count > 0 && (
        <span class="count">
          <span aria-hidden="true">{numberHere(count)}</span>
          <span class="unseen">{counted(count)}</span>
        </span>
      )}
    </button>
  );
}

function isOpen(to: NoticeFilter): boolean {
  if (isSearching()) return false;
  return openSaved.value ? sameFilter(filter.value, to) : samePlace(filter.value, to);
}
