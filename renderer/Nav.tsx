import type { ComponentChildren } from 'preact';
import type { NoticeFilter, SourceView } from '../preload/contract.ts';
import { numberHere } from './here.ts';
import {
  ArchiveIcon,
  InboxIcon,
  MoreIcon,
  PlusIcon,
  SettingsIcon,
  SnoozeIcon,
  TagIcon,
  ToastIcon,
  UnreadIcon,
} from './icons.tsx';
import { health } from './pure/troubles.ts';
import { app, sources } from './state/app.ts';
import { archived, filter, inbox, sameFilter, samePlace, snoozed, unread } from './state/filter.ts';
import { openPane, pane } from './state/places.ts';
import { openSaved, savedFilters } from './state/savedFilters.ts';
import { isSearching } from './state/search.ts';
import { goTo } from './state/selection.ts';
import { text } from './text.ts';

export function Nav() {
  const count = app.value?.unread ?? 0;
  return (
    <nav aria-label={text.nav.label}>
      <ListItem to={inbox} count={count}>
        <InboxIcon />
        <span class="name">{text.nav.inbox}</span>
      </ListItem>
      <ListItem to={unread} count={0}>
        <UnreadIcon />
        <span class="name">{text.nav.unread}</span>
      </ListItem>
      <ListItem to={snoozed} count={app.value?.counts.snoozed ?? 0} counted={text.nav.snoozedCount}>
        <SnoozeIcon />
        <span class="name">{text.nav.snoozed}</span>
      </ListItem>
      <ListItem to={archived} count={0}>
        <ArchiveIcon />
        <span class="name">{text.nav.archived}</span>
      </ListItem>
      {sources.value.length > 0 && <h2>{text.nav.sources}</h2>}
      <div class="sources">
        {sources.value.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
        {savedFilters.value.length > 0 && <h2>{text.filters.saved}</h2>}
        {savedFilters.value.map(({ name, filter: to }) => (
          <ListItem key={name} to={to} count={0}>
            <TagIcon />
            <span class="name">{name}</span>
          </ListItem>
        ))}
      </div>
      <PaneItem kind="add">
        <PlusIcon />
        <span class="name">{text.nav.add}</span>
      </PaneItem>
      <PaneItem kind="settings">
        <SettingsIcon />
        <span class="name">{text.nav.settings}</span>
      </PaneItem>
    </nav>
  );
}

function SourceItem({ source }: { source: SourceView }) {
  const state = health(source);
  const about = text.list.aboutSource(source.name);
  return (
    <div class="source-item">
      <ListItem
        to={{ ...inbox, source: source.id }}
        count={source.unread}
        title={text.phrase.of(source.name, text.health[state])}
      >
        <span class={`health ${state}`} />
        <span class={source.enabled ? 'name' : 'name off'}>{source.name}</span>
        <span class="unseen">{text.health[state]}</span>
        {source.muted && (
          <span class="muted" title={text.nav.muted}>
            <ToastIcon off />
            <span class="unseen">{text.nav.muted}</span>
          </span>
        )}
      </ListItem>
      <button
        type="button"
        class="more"
        title={about}
        aria-label={about}
        onClick={() => openPane({ kind: 'source', id: source.id })}
      >
        <MoreIcon />
      </button>
    </div>
  );
}

function ListItem(props: {
  to: NoticeFilter;
  count: number;
  counted?: (count: number) => string;
  title?: string;
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

function PaneItem({ kind, children }: { kind: 'add' | 'settings'; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="item"
      aria-expanded={pane.value.kind === kind}
      onClick={() => openPane({ kind })}
    >
      {children}
    </button>
  );
}
