import type { ComponentChildren } from 'preact';
import type { SourceView } from '../preload/contract.ts';
import { Bell } from './icons.tsx';
import { health } from './pure/troubles.ts';
import { SendTest } from './SendTest.tsx';
import { app, sourceById, sources } from './state/app.ts';
import { act } from './state/bridge.ts';
import { filter, inbox, narrowed } from './state/filter.ts';
import { openPane, pane } from './state/places.ts';
import { isSearching } from './state/search.ts';
import { goTo } from './state/selection.ts';
import { text } from './text.ts';

/** Before the first source: the next step, and nothing else. */
export function Welcome() {
  return (
    <div class="empty welcome">
      <Bell />
      <h1>{text.empty.welcome}</h1>
      <p>{text.empty.welcomeText}</p>
      <button type="button" class="go" onClick={() => openPane({ kind: 'add' })}>
        {text.empty.addFirst}
      </button>
    </div>
  );
}

/** A list without rows says why, and what comes next. */
export function EmptyList() {
  const source =
    sourceById(filter.value.source) ?? (sources.value.length === 1 ? sources.value[0] : undefined);
  if (isSearching()) return <Empty title={text.search.nothing}>{text.search.nothingText}</Empty>;
  if (narrowed.value) {
    const { view, source } = filter.value;
    return (
      <Empty title={text.filters.nothing}>
        <button type="button" onClick={() => void goTo({ ...inbox, view, source })}>
          {text.filters.whole}
        </button>
      </Empty>
    );
  }
  if (filter.value.view === 'snoozed')
    return <Empty title={text.empty.noneSnoozed}>{text.empty.noneSnoozedText}</Empty>;
  if (filter.value.view === 'archived')
    return <Empty title={text.empty.noneArchived}>{text.empty.noneArchivedText}</Empty>;
  if (filter.value.view === 'unread') return <Empty title={text.empty.allRead}>{text.empty.arriving}</Empty>;
  const done = source ? source.lastNoticeAt !== null : (app.value?.counts.total ?? 0) > 0;
  if (source && !source.enabled) {
    return (
      <Empty title={done ? text.empty.allDone : text.empty.nothing}>
        {text.empty.off(source.name)}
        <button type="button" onClick={() => void act('setSourceEnabled', { id: source.id, enabled: true })}>
          {text.empty.turnOn}
        </button>
      </Empty>
    );
  }
  if (done) {
    return (
      <Empty title={text.empty.allDone}>
        {sources.value.length > 0 && text.empty.arriving}
        {source && <State source={source} />}
      </Empty>
    );
  }
  return (
    <Empty title={text.empty.nothing}>
      {source ? text.empty.nothingText(source.name) : text.empty.nothingAny}
      {source && <State source={source} />}
      {source && pane.value.kind === 'notice' && <SendTest source={source} />}
    </Empty>
  );
}

function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2 class="no-rows" tabIndex={-1}>
        {title}
      </h2>
      <div>{children}</div>
    </div>
  );
}

function State({ source }: { source: SourceView }) {
  const state = health(source);
  return (
    <span class="state">
      <span class={`health ${state}`} />
      {text.health[state]}
    </span>
  );
}

/** Beside the list while nothing is selected. */
export function NothingSelected() {
  const unread = app.value?.unread ?? 0;
  return (
    <div class="empty nothing-selected">
      <Bell />
      <p>{text.detail.noneUnread(unread)}</p>
      <p class="hints">
        <kbd>j</kbd> <kbd>k</kbd> {text.detail.moveHint}
        <kbd>?</kbd> {text.detail.keysHint}
      </p>
    </div>
  );
}
