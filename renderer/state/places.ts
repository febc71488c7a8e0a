/** Where the person is beside the list, and how much room there is. */
import { batch, computed, signal } from '@preact/signals';
import type { NoticeRow } from '../../preload/contract.ts';
import { hasList } from './app.ts';

/** What stands beside the list. `notice` is the selected notice, or nothing. */
export type Pane = { kind: 'notice' } | OpenedPane;
/** What is opened in the notice's place, and closed again. */
export type OpenedPane =
  | { kind: 'add' }
  /** `at`: the part of its page to begin with. */
  | { kind: 'source'; id: string; at?: 'journal' }
  /** A rule for notices like this one. */
  | { kind: 'rule'; notice: NoticeRow }
  | { kind: 'settings' }
  | { kind: 'keys' };

export const pane = signal<Pane>({ kind: 'notice' });

/** On a narrow window: the selected notice covers the list. */
export const noticeOpen = signal(false);
/** Where the sidebar is a drawer: it is out. */
export const drawerOpen = signal(false);

export type Room = 'wide' | 'medium' | 'narrow';
/** @param width of the page, in its own pixels */
export const roomOf = (width: number): Room => (width >= 960 ? 'wide' : width >= 720 ? 'medium' : 'narrow');
export const room = signal<Room>('wide');

export function startMeasuring(): void {
  room.value = roomOf(innerWidth);
  addEventListener('resize', () => {
    const next = roomOf(innerWidth);
    if (next === room.value) return;
    batch(() => {
      room.value = next;
      drawerOpen.value = false;
    });
  });
}

/** The list gives way to the pane: on a narrow window, and before there is anything to list. */
export const listCovered = computed(
  () => !hasList.value || (room.value === 'narrow' && (pane.value.kind !== 'notice' || noticeOpen.value)),
);

/** Whether a selected notice is on the screen, and not only marked in the list. */
export const noticeVisible = computed(
  () => pane.value.kind === 'notice' && (room.value !== 'narrow' || noticeOpen.value),
);

export function openPane(next: Pane): void {
  pane.value = next;
  drawerOpen.value = false;
}

export function closePane(): void {
  pane.value = { kind: 'notice' };
}
