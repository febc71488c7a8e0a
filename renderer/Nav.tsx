import type { ComponentChildren } from 'preact';
import type { NoticeFilter, SourceView } from '../preload/contract.ts';
import { InboxIcon, MoreIcon, PlusIcon, SettingsIcon, ToastIcon, UnreadIcon } from './icons.tsx';
import { health } from './pure/troubles.ts';
import { app, sources } from './state/app.ts';
import { filter, inbox, sameFilter, unread } from './state/filter.ts';
import { openPane, pane } from './state/places.ts';
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
      {sources.value.length > 0 && <h2>{text.nav.sources}</h2>}
      <div class="sources">
        {sources.value.map((source) => (
          <SourceItem key={source.id} source={source} />
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
        title={`${source.name}: ${text.health[state]}`}
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

function ListItem(props: { to: NoticeFilter; count: number; title?: string; children: ComponentChildren }) {
  const { to, count, title, children } = props;
  return (
    <button
      type="button"
      class="item"
      aria-current={sameFilter(filter.value, to) ? 'page' : undefined}
      title={title}
      onClick={() => void goTo(to)}
    >
      {children}
      {count > 0 && (
        <span class="count">
          {count}
          <span class="unseen"> {text.nav.unreadCount(count).replace(/^\d+ /, '')}</span>
        </span>
      )}
    </button>
  );
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
