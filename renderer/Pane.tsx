import { signal } from '@preact/signals';
import { Chosen } from './Chosen.tsx';
import { CloseButton } from './CloseButton.tsx';
import { Detail } from './Detail.tsx';
import { MenuButton } from './Drawer.tsx';
import { NothingSelected, Welcome } from './Empty.tsx';
import { leaveNotice } from './keys.ts';
import type { Pages } from './Pages.tsx';
import { hasList, sources } from './state/app.ts';
import { chosenRows } from './state/chosen.ts';
import { rows } from './state/list.ts';
import { noticeOpen, pane, room } from './state/places.ts';
import { selectedNotice } from './state/selection.ts';
import { text } from './text.ts';

/** A third of the program, which the first picture can do without. */
const pages = signal<typeof Pages | null>(null);
export async function fetchPages(): Promise<void> {
  pages.value = (await import('./Pages.tsx')).Pages;
}

/** What stands beside the list; on a narrow window, in its place. */
export function Pane() {
  const shown = pane.value;
  if (shown.kind === 'notice') return <NoticePane />;
  return pages.value && <pages.value shown={shown} />;
}

function NoticePane() {
  const notice = selectedNotice.value;
  const covers = room.value === 'narrow';
  // On a narrow window it would cover what sources left that are gone.
  if (sources.value.length === 0 && notice === null && !(covers && hasList.value)) {
    return (
      <section class="pane" aria-label={text.empty.welcome}>
        {room.value !== 'wide' && !hasList.value && (
          <header class="bar">
            <MenuButton />
          </header>
        )}
        <Welcome />
      </section>
    );
  }
  if (chosenRows.value.length > 0) {
    return (
      <section class={covers ? 'pane below' : 'pane'} aria-label={text.detail.label}>
        <Chosen />
      </section>
    );
  }
  if (covers && !noticeOpen.value) return null;
  return (
    <section class="pane" aria-label={text.detail.label}>
      {covers && (
        <header class="bar">
          <CloseButton onClick={leaveNotice} />
        </header>
      )}
      {notice ? <Detail key={notice.id} notice={notice} /> : rows.value.length > 0 && <NothingSelected />}
    </section>
  );
}
