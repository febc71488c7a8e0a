/** The keyboard, in one place. Fields, buttons and dialogs keep the keys they need. */

import { commandFor, openLink, openMenuHere } from './commands.ts';
import { focusList, focusSearch, rowId } from './focus.ts';
import { sources } from './state/app.ts';
import { chooseAll, chooseNone, chosen, extendChosen, toggleChosen } from './state/chosen.ts';
import { archived, inbox, snoozed, unread } from './state/filter.ts';
import { changeTextSize } from './state/look.ts';
import { closePane, noticeOpen, openPane, pane, room } from './state/places.ts';
import { closeNotice, goTo, moveSelection, select, selectEnd, selected } from './state/selection.ts';
import { undoLast } from './state/undo.ts';

export function startKeys(): void {
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', () => {
    going = false;
  });
}

type Action = (() => void) | undefined;

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || event.altKey || target.closest('dialog, [role=menu]')) return;
  // Whoever writes Japanese ends a conversion with Enter or Escape: that is no key of ours.
  if (event.isComposing) return;
  if (['Shift', 'Control', 'Meta', 'CapsLock'].includes(event.key)) return;
  const wasGoing = going;
  going = false;
  const action = actionOf(event, target, wasGoing);
  if (action === undefined) return;
  event.preventDefault();
  action();
}

function actionOf(event: KeyboardEvent, target: HTMLElement, afterG: boolean): Action {
  const isTyping = target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null;
  const inList = target.closest('[role=listbox]') !== null || target === document.body;
  if (event.ctrlKey || event.metaKey) {
    const size = sizeFor(event.key);
    if (size !== undefined) return size;
    return event.key.toLowerCase() === 'a' && inList && pane.value.kind === 'notice' ? chooseAll : undefined;
  }
  if (event.key === 'Escape') return goBack;
  if (isTyping) return undefined;
  const key = letterOf(event);
  return afterG ? placeAfterG(key) : (anywhere(key) ?? inNotices(key, event, target, inList));
}

/** With Caps Lock on, letters do what they always do. */
function letterOf({ key, shiftKey }: KeyboardEvent): string {
  return key.length === 1 && !shiftKey ? key.toLowerCase() : key;
}

/** As browsers have it; plus with or without Shift. */
function sizeFor(key: string): Action {
  if (key === '0') return () => changeTextSize(0);
  if (key === '+' || key === '=') return () => changeTextSize(1);
  return key === '-' ? () => changeTextSize(-1) : undefined;
}

/** `g` was pressed: the very next key says where to go. */
let going = false;

function placeAfterG(key: string): Action {
  const lists: Record<string, typeof inbox> = { i: inbox, u: unread, s: snoozed, a: archived };
  const source = /^[1-9]$/.test(key) ? sources.value[Number(key) - 1] : undefined;
  const to = Object.hasOwn(lists, key) ? lists[key] : source && { ...inbox, source: source.id };
  return to && (() => void goTo(to).then(focusList));
}

function anywhere(key: string): Action {
  switch (key) {
    case 'g':
      return () => {
        going = true;
      };
    case '/':
      return focusSearch;
    case 'z':
      return () => void undoLast();
    case '?':
      return () => openPane({ kind: 'keys' });
    default:
      return undefined;
  }
}

/** `inList`: on a row, or nowhere in particular. */
function inNotices(key: string, event: KeyboardEvent, target: HTMLElement, inList: boolean): Action {
  if (pane.value.kind !== 'notice' && pane.value.kind !== 'keys') return undefined;
  const { shiftKey } = event;
  const onArticle = target.closest('article') === target;
  switch (key) {
    case 'j':
    case 'k':
    case 'J':
    case 'K':
      return () => step(key.toLowerCase() === 'j' ? 1 : -1, shiftKey);
    case 'ArrowDown':
    case 'ArrowUp':
      return inList ? () => step(key === 'ArrowDown' ? 1 : -1, shiftKey) : undefined;
    case 'Home':
    case 'End':
      return inList ? () => jump(key === 'Home' ? 'first' : 'last', shiftKey) : undefined;
    case ' ':
      return inList ? openSelected : undefined;
    case 'Enter':
      return inList || onArticle ? enter : undefined;
    case 'x':
      return chooseThis;
    case 'm':
    case 'ContextMenu':
    case 'F10':
      return key !== 'F10' || shiftKey ? menuOfSelected : undefined;
    default:
      return commandFor(key)?.run;
  }
}

function step(by: 1 | -1, extend: boolean): void {
  moveTo(() => moveSelection(by), extend);
}

function jump(end: 'first' | 'last', extend: boolean): void {
  moveTo(() => selectEnd(end), extend);
}

function moveTo(go: () => void, extend: boolean): void {
  const from = selected.value;
  go();
  if (extend && selected.value !== null) extendChosen(from, selected.value);
  focusList();
}

/** The one that the keys stand on, whatever else is chosen. */
function chooseThis(): void {
  if (selected.value !== null) toggleChosen(selected.value);
}

function menuOfSelected(): void {
  const row = selected.value === null ? null : document.getElementById(rowId(selected.value));
  if (row) openMenuHere(row);
}

/** Enter shows a notice that is only marked; on one that is shown it follows the link. */
function enter(): void {
  if (room.value === 'narrow' && !noticeOpen.value) openSelected();
  else openLink();
}

function openSelected(): void {
  if (selected.value === null) jump('first', false);
  else select(selected.value, { open: true });
}

function goBack(): void {
  if (pane.value.kind !== 'notice') closePane();
  else if (chosen.value.size > 0) chooseNone();
  else leaveNotice();
}

/** Closes the notice; the focus goes back to its row, as soon as the list can be seen. */
export function leaveNotice(): void {
  const last = selected.value;
  if (last === null) return;
  closeNotice();
  requestAnimationFrame(() => document.getElementById(rowId(last))?.focus());
}
