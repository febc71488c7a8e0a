import type { ComponentChildren } from 'preact';
import { ArchiveIcon, InboxIcon, PlusIcon, SettingsIcon, SnoozeIcon, TagIcon, UnreadIcon } from './icons.tsx';
import { ListItem } from './ListItem.tsx';
import { SourceItem } from './SourceItem.tsx';
import { app, sources } from './state/app.ts';
import { archived, inbox, snoozed, unread } from './state/filter.ts';
import { openPane, pane } from './state/places.ts';
import { savedFilters } from './state/savedFilters.ts';
import { text } from './text.ts';
import { useFocusAfterMove } from './useFocusAfterMove.ts';

export function Nav() {
  const keepFocus = useFocusAfterMove(sources.value.map(({ id }) => id).join());
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
          <SourceItem key={source.id} source={source} onMove={keepFocus} />
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
