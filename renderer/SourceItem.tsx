import { useRef } from 'preact/hooks';
import type { SourceView } from '../preload/contract.ts';
import { MoreIcon, ToastIcon } from './icons.tsx';
import { ListItem } from './ListItem.tsx';
import { health } from './pure/troubles.ts';
import { openSourceMenu } from './sourceCommands.ts';
import { inbox } from './state/filter.ts';
import { openPane } from './state/places.ts';
import { dragged, dropPlace, dropSource, endDrag, shiftSource } from './state/sourceOrder.ts';
import { text } from './text.ts';

/** A source in the sidebar: its list, its page, its menu, and its place among the others. */
export function SourceItem(props: { source: SourceView; onMove: (item: HTMLElement) => void }) {
  const { source, onMove } = props;
  const { id, name, enabled, muted, unread } = source;
  const item = useRef<HTMLDivElement>(null);
  const state = health(source);
  const about = text.list.aboutSource(name);
  const openMenu = (at: { x: number; y: number }) => item.current && openSourceMenu(source, at, move);
  const move = (step: 1 | -1) => {
    const button = item.current?.querySelector<HTMLElement>('.item');
    if (button) onMove(button);
    void shiftSource(id, step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey } = event;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) move(key === 'ArrowUp' ? -1 : 1);
    else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) openMenu(besides(item.current));
    else return;
    event.preventDefault();
  };
  const side = dropPlace.value?.id === id ? dropPlace.value.side : '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it hears comes from the buttons within.
    <div
      ref={item}
      class={`source-item ${side} ${dragged.value === id ? 'dragged' : ''}`}
      draggable
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu({ x: event.clientX, y: event.clientY });
      }}
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', name);
        dragged.value = id;
      }}
      onDragOver={(event) => onDragOver(event, id)}
      onDrop={(event) => {
        event.preventDefault();
        void dropSource();
      }}
      onDragEnd={endDrag}
    >
      <ListItem to={{ ...inbox, source: id }} count={unread} title={text.phrase.of(name, text.health[state])}>
        <span class={`health ${state}`} />
        <span class={enabled ? 'name' : 'name off'}>{name}</span>
        <span class="unseen">{text.health[state]}</span>
        {muted && (
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
        onClick={() => openPane({ kind: 'source', id })}
      >
        <MoreIcon />
      </button>
    </div>
  );
}

/** Only sources are taken here, and each half of an item stands for the place beside it. */
function onDragOver(event: DragEvent, id: string): void {
  if (dragged.value === null) return;
  event.preventDefault();
  const { top, height } = (event.currentTarget as Element).getBoundingClientRect();
  const side = event.clientY < top + height / 2 ? 'before' : 'after';
  if (dropPlace.value?.id !== id || dropPlace.value.side !== side) dropPlace.value = { id, side };
}

function besides(item: Element | null): { x: number; y: number } {
  const { left = 0, bottom = 0 } = item?.getBoundingClientRect() ?? {};
  return { x: left + 24, y: bottom };
}
