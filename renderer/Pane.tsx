import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AddSource } from './AddSource.tsx';
import { Chosen } from './Chosen.tsx';
import { Detail } from './Detail.tsx';
import { MenuButton } from './Drawer.tsx';
import { NothingSelected, Welcome } from './Empty.tsx';
import { focusList } from './focus.ts';
import { BackIcon, CloseIcon } from './icons.tsx';
import { KeyList } from './KeyList.tsx';
import { leaveNotice } from './keys.ts';
import { Settings } from './Settings.tsx';
import { SourcePage } from './SourcePage.tsx';
import { sourceById, sources } from './state/app.ts';
import { chosenRows } from './state/chosen.ts';
import { rows } from './state/list.ts';
import { closePane, noticeOpen, pane, room } from './state/places.ts';
import { selectedNotice } from './state/selection.ts';
import { text } from './text.ts';
import { RuleFromNotice } from './tune/RuleFromNotice.tsx';

/** What stands beside the list; on a narrow window, in its place. */
export function Pane() {
  const shown = pane.value;
  switch (shown.kind) {
    case 'notice':
      return <NoticePane />;
    case 'add':
      return (
        <Page key="add" title={text.source.addTitle}>
          <AddSource />
        </Page>
      );
    case 'source': {
      const source = sourceById(shown.id);
      return source ? (
        <Page key={`${source.id} ${shown.at}`} title={source.name}>
          <SourcePage source={source} at={shown.at} />
        </Page>
      ) : null;
    }
    case 'rule':
      return (
        <Page key={`rule ${shown.notice.id}`} title={text.rules.newTitle}>
          <RuleFromNotice notice={shown.notice} />
        </Page>
      );
    case 'settings':
      return (
        <Page key="settings" title={text.settings.title}>
          <Settings />
        </Page>
      );
    case 'keys':
      return (
        <Page key="keys" title={text.keys.title} onlyRead>
          <KeyList />
        </Page>
      );
  }
}

function NoticePane() {
  const notice = selectedNotice.value;
  if (sources.value.length === 0 && notice === null) {
    return (
      <section class="pane" aria-label={text.empty.welcome}>
        {room.value !== 'wide' && (
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
      <section class={room.value === 'narrow' ? 'pane below' : 'pane'} aria-label={text.detail.label}>
        <Chosen />
      </section>
    );
  }
  if (room.value === 'narrow' && !noticeOpen.value) return null;
  return (
    <section class="pane" aria-label={text.detail.label}>
      {room.value === 'narrow' && (
        <header class="bar">
          <CloseButton onClick={leaveNotice} />
        </header>
      )}
      {notice ? <Detail key={notice.id} notice={notice} /> : rows.value.length > 0 && <NothingSelected />}
    </section>
  );
}

/** A pane that was opened and is closed again; the focus goes in with it and back where it came from. */
function Page(props: { title: string; onlyRead?: boolean; children: ComponentChildren }) {
  const { title, onlyRead = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const from = document.activeElement as HTMLElement | null;
    const field = heading.current?.closest('.pane')?.querySelector<HTMLElement>('[data-first]');
    (field ?? heading.current)?.focus();
    return () => {
      // What it covered can have the focus only once it is on the screen again.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (from?.isConnected && from !== document.body) from.focus();
        else focusList();
      });
    };
  }, []);
  return (
    <section class="pane" aria-label={title}>
      <header class="bar">
        {room.value === 'narrow' && <CloseButton onClick={closePane} />}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {room.value !== 'narrow' && <CloseButton onClick={closePane} />}
      </header>
      {onlyRead ? (
        // biome-ignore-start lint/a11y: without anything to stand on in it, keys could not scroll it; it is no field.
        <div class="page" role="group" tabIndex={0} aria-label={title}>
          {children}
        </div>
        // biome-ignore-end lint/a11y: until here
      ) : (
        <div class="page">{children}</div>
      )}
    </section>
  );
}

function CloseButton({ onClick }: { onClick: () => void }) {
  const narrow = room.value === 'narrow';
  const label = narrow ? text.detail.back : text.detail.close;
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      {narrow ? <BackIcon /> : <CloseIcon />}
    </button>
  );
}
