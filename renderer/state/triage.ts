/** What takes a notice out of the list, and how that is taken back. */
import { signal } from '@preact/signals';
import type { Reply } from '../../preload/contract.ts';
import { text } from '../text.ts';
import { act, failure } from './bridge.ts';
import { filter } from './filter.ts';
import { refreshList } from './list.ts';
import { selected, settle, takeAway } from './selection.ts';

/** The last change that can be undone, in words. */
export const undoable = signal<{ undo: number; said: string } | null>(null);
/** The notice that a snooze is being chosen for. */
export const snoozing = signal<number | null>(null);

/** The line that offers the undo goes after this long; the key works on. */
const OFFERED_MS = 10_000;
export const undoOffered = signal(false);
let offerTimer: ReturnType<typeof setTimeout> | undefined;

/** Out of the inbox as done; from the archive or out of a snooze back into the inbox. */
export function archive(): void {
  const back = filter.value.view === 'archived' || filter.value.view === 'snoozed';
  const to = back ? 'inbox' : 'archived';
  change((id) => act('moveNotices', { ids: [id], to }), back ? text.triage.movedBack : text.triage.archived);
}

export function remove(): void {
  change((id) => act('moveNotices', { ids: [id], to: 'deleted' }), text.triage.deleted);
}

export function askToSnooze(): void {
  snoozing.value = selected.value;
}

export function snooze(until: number, when: string): void {
  snoozing.value = null;
  change((id) => act('snoozeNotices', { ids: [id], until }), text.triage.snoozed(when));
}

function change(request: (id: number) => Promise<Reply<{ undo: number }>>, said: string): void {
  const id = selected.value;
  if (id === null) return;
  takeAway(id);
  void request(id).then(async (reply) => {
    if (reply.ok) offer(reply.value.undo, said);
    await settle(reply);
  });
}

function offer(undo: number, said: string): void {
  undoable.value = { undo, said };
  undoOffered.value = true;
  clearTimeout(offerTimer);
  offerTimer = setTimeout(() => {
    undoOffered.value = false;
  }, OFFERED_MS);
}

export async function undoLast(): Promise<void> {
  const last = undoable.value;
  if (last === null) return;
  undoable.value = null;
  undoOffered.value = false;
  const reply = await act('undo', { undo: last.undo });
  if (reply.ok && !reply.value.undone) failure.value = text.triage.tooLate;
  await refreshList();
}
