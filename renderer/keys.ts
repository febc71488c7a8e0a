/** The keyboard, in one place. Fields, buttons and dialogs keep the keys they need. */

import { sources } from './state/app.ts';
import { act } from './state/bridge.ts';
import { inbox, unread } from './state/filter.ts';
import { closePane, listCovered, noticeOpen, openPane, pane, room } from './state/places.ts';
import { focusSearch } from './state/search.ts';
import {
  closeNotice,
  goTo,
  markRead,
  moveSelection,
  select,
  selectEnd,
  selected,
  selectedNotice,
} from './state/selection.ts';
import { archive, askToSnooze, remove, undoLast } from './state/triage.ts';

export function startKeys(): void {
  document.addEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.closest('dialog')) return;
  const isTyping = target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null;
  const action = event.key === 'Escape' ? goBack : isTyping ? undefined : actionFor(event.key, target);
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** `g` was pressed: the next key says where to go. */
let going = false;

function actionFor(key: string, target: HTMLElement): (() => void) | undefined {
  if (going) {
    going = false;
    return placeFor(key);
  }
  if (key === 'g') {
    return () => {
      going = true;
    };
  }
  if (key === '/') return focusSearch;
  if (key === 'z') return () => void undoLast();
  if (key === '?') return () => openPane({ kind: 'keys' });
  if (pane.value.kind !== 'notice' && pane.value.kind !== 'keys') return undefined;
  const inList = target.closest('[role=listbox]') !== null;
  const nowhere = target === document.body;
  switch (key) {
    case 'j':
      return () => move(() => moveSelection(1));
    case 'k':
      return () => move(() => moveSelection(-1));
    case 'ArrowDown':
      return inList || nowhere ? () => move(() => moveSelection(1)) : undefined;
    case 'ArrowUp':
      return inList || nowhere ? () => move(() => moveSelection(-1)) : undefined;
    case 'Home':
      return inList ? () => move(() => selectEnd('first')) : undefined;
    case 'End':
      return inList ? () => move(() => selectEnd('last')) : undefined;
    case ' ':
      return inList ? openSelected : undefined;
    case 'Enter':
      return inList || nowhere || target.closest('article') === target ? enter : undefined;
    case 'o':
      return openLink;
    case 'u':
      return toggleRead;
    case 'e':
      return archive;
    case 's':
      return askToSnooze;
    case '#':
    case 'Delete':
      return remove;
    default:
      return undefined;
  }
}

function move(step: () => void): void {
  step();
  focusList();
}

/** The row that keyboard users stand on, or the first one. */
export function focusList(): void {
  if (listCovered.value) return;
  const row =
    (selected.value !== null && document.getElementById(rowId(selected.value))) ||
    document.querySelector<HTMLElement>('.row');
  row?.focus();
}

export function rowId(notice: number): string {
  return `notice-${notice}`;
}

/** Enter shows a notice that is only marked; on one that is shown it follows the link. */
function enter(): void {
  if (room.value === 'narrow' && !noticeOpen.value) openSelected();
  else openLink();
}

function openSelected(): void {
  if (selected.value === null) focusFirst();
  else select(selected.value, { open: true });
}

function focusFirst(): void {
  move(() => selectEnd('first'));
}

export function openLink(): void {
  const notice = selectedNotice.value;
  if (!notice?.link) return;
  void act('openLink', { id: notice.id });
  if (notice.readAt === null) void markRead(notice.id, true);
}

export function toggleRead(): void {
  const notice = selectedNotice.value;
  if (notice) void markRead(notice.id, notice.readAt === null);
}

/** After `g`: a list by its letter, a source by its place in the list of sources. */
function placeFor(key: string): (() => void) | undefined {
  const lists = {
    i: inbox,
    u: unread,
    s: { ...inbox, view: 'snoozed' },
    a: { ...inbox, view: 'archived' },
  } as const;
  const list = Object.hasOwn(lists, key) ? lists[key as keyof typeof lists] : undefined;
  const source = /^[1-9]$/.test(key) ? sources.value[Number(key) - 1] : undefined;
  const to = list ?? (source && { ...inbox, source: source.id });
  return to && (() => void goTo(to).then(focusList));
}

function goBack(): void {
  if (pane.value.kind !== 'notice') closePane();
  else leaveNotice();
}

/** Closes the notice; the focus goes back to its row, as soon as the list can be seen. */
export function leaveNotice(): void {
  const last = selected.value;
  if (last === null) return;
  closeNotice();
  requestAnimationFrame(() => document.getElementById(rowId(last))?.focus());
}
