import { Banner } from './Banner.tsx';
import { MenuButton } from './Drawer.tsx';
import { EmptyList } from './Empty.tsx';
import { FilterButton } from './FilterButton.tsx';
import { FilterRow } from './FilterRow.tsx';
import { MoreIcon } from './icons.tsx';
import { List } from './List.tsx';
import { Problems } from './Problems.tsx';
import { SearchField } from './SearchField.tsx';
import { app, sourceById } from './state/app.ts';
import { filter } from './state/filter.ts';
import { listStatus, nextPage, openList, rows } from './state/list.ts';
import { openPane } from './state/places.ts';
import { openSaved } from './state/savedFilters.ts';
import { isSearching } from './state/search.ts';
import { markListRead } from './state/triage.ts';
import { text } from './text.ts';
import { UndoLine } from './UndoLine.tsx';

export function ListColumn({ covered }: { covered: boolean }) {
  return (
    <section class={covered ? 'list-column covered' : 'list-column'} aria-label={text.list.label}>
      <ListHeader />
      <SearchField />
      <FilterRow />
      <Problems />
      <Banner />
      <ListBody />
      {!covered && <UndoLine />}
    </section>
  );
}

function ListBody() {
  if (listStatus.value === 'failed') return <ListFailed />;
  if (rows.value.length > 0) return <List />;
  if (listStatus.value === 'loading') return null;
  return nextPage.value === null ? <EmptyList /> : <Looking />;
}

/** Nothing yet, but the end isn't reached: a search goes through the history part by part. */
function Looking() {
  return (
    <div class="empty" role="status">
      <p>{isSearching() && text.search.looking}</p>
    </div>
  );
}

function ListHeader() {
  const source = sourceById(filter.value.source);
  const unread = source ? source.unread : (app.value?.unread ?? 0);
  return (
    <header class="bar">
      <MenuButton />
      <h1>{listName()}</h1>
      {unread > 0 && !isSearching() && ['inbox', 'unread'].includes(filter.value.view) && (
        <button type="button" class="quiet" onClick={() => void markListRead()}>
          {text.list.markAllRead}
        </button>
      )}
      {!isSearching() && <FilterButton />}
      {source && (
        <button
          type="button"
          class="icon-button"
          aria-label={text.list.aboutSource(source.name)}
          title={text.list.aboutSource(source.name)}
          onClick={() => openPane({ kind: 'source', id: source.id })}
        >
          <MoreIcon />
        </button>
      )}
    </header>
  );
}

function listName(): string {
  const { view, source } = filter.value;
  if (isSearching()) return text.search.titleOf(sourceById(source)?.name);
  return openSaved.value?.name ?? sourceById(source)?.name ?? text.nav[view];
}

function ListFailed() {
  return (
    <div class="empty" role="alert">
      <p>{text.list.failed}</p>
      <button type="button" onClick={() => void openList()}>
        {text.list.tryAgain}
      </button>
    </div>
  );
}
