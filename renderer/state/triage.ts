/** What a person does with notices. The window shows it at once, main does it, and each can be taken back. */
import { signal } from '@preact/signals';
import type { NoticeRow, Reply, RequestResults } from '../../preload/contract.ts';
import { focusList } from '../focus.ts';
import { text } from '../text.ts';
import { act, ask } from './bridge.ts';
import { chooseNone } from './chosen.ts';
import { filter } from './filter.ts';
import { hideRows, refreshList, rows, showAllRead, showRead } from './list.ts';
import { noticeOpen } from './places.ts';
import { isSearching } from './search.ts';
import { loadDetail, markRead, select, selectAgain, selected } from './selection.ts';
import { offerUndo, tell, undoWaitsFor } from './undo.ts';

/** The most that main takes at once. */
const portion = 1000;

/** The notices that a snooze is being chosen for. */
export const snoozing = signal<NoticeRow[] | null>(null);

export type Destination = 'inbox' | 'archived' | 'deleted';

export function move(notices: NoticeRow[], to: Destination): Promise<void> {
  return undoWaitsFor(away(notices, to, text.undo.moved[to], (ids) => act('moveNotices', { ids, to })));
}

/** @param when the same as `until`, in words */
export function snooze(notices: NoticeRow[], until: number, when: string): Promise<void> {
  const said = (n: number) => text.undo.snoozed(n, when);
  return undoWaitsFor(away(notices, 'snoozed', said, (ids) => act('snoozeNotices', { ids, until })));
}

/** Of a single notice its row says it; of several, the line that can undo it. */
export function setRead(notices: NoticeRow[], read: boolean): Promise<void> {
  const [only] = notices;
  if (notices.length === 1 && only) return markRead(only.id, read);
  const ids = notices.map(({ id }) => id);
  return undoWaitsFor(setSeveralRead(ids, read));
}

async function setSeveralRead(ids: number[], read: boolean): Promise<void> {
  showRead(ids, read ? Date.now() : null);
  const marked = await inPortions(ids, (some) => act('markRead', { ids: some, read }));
  if (marked.length > 0)
    offerUndo({ said: text.undo.marked(ids.length, read), undo: () => takeBack(marked) });
}

/** Marks everything in the open list as read. */
export function markListRead(): Promise<void> {
  return undoWaitsFor(markAllRead());
}

async function markAllRead(): Promise<void> {
  showAllRead();
  const { source, topic, minPriority } = filter.value;
  const reply = await act('markAllRead', { source, topic, minPriority });
  if (!reply.ok) return refreshList();
  const { marked } = reply.value;
  if (marked > 0) offerUndo({ said: text.undo.marked(marked, true), undo: () => takeBack([reply.value]) });
}

type Place = Destination | 'snoozed';
type Send<T> = (ids: number[]) => Promise<Reply<T>>;

/** @param said tells of so many that they are there now */
async function away(
  notices: NoticeRow[],
  to: Place,
  said: (n: number) => string,
  send: Send<RequestResults['moveNotices']>,
): Promise<void> {
  if (notices.length === 0) return;
  const ids = notices.map(({ id }) => id);
  chooseNone();
  const bringBack = leavesList(to) ? stepAside(ids) : () => {};
  const moved = await inPortions(ids, send);
  if (moved.length === 0) return;
  const there = moved.reduce((sum, portion) => sum + portion.there, 0);
  if (there > 0) offerUndo({ said: said(there), undo: () => takeBack(moved, ids, bringBack) });
  else tell(text.undo.gone(ids.length)); // the server may have withdrawn them while a time was chosen
}

/** A search looks everywhere, so only what is deleted leaves it. */
function leavesList(to: Place): boolean {
  const { view } = filter.value;
  return to === 'deleted' || (!isSearching() && (view === 'unread' ? 'inbox' : view) !== to);
}

/** Takes rows away before main confirms it and goes on to the next one, and the focus with it. @returns see `hideRows` */
function stepAside(ids: number[]): () => void {
  const gone = new Set(ids);
  const was = selected.value;
  const at = rows.value.findIndex(({ id }) => id === was);
  const below = rows.value.slice(at + 1).find(({ id }) => !gone.has(id));
  const above = rows.value.slice(0, Math.max(at, 0)).findLast(({ id }) => !gone.has(id));
  const bringBack = hideRows(ids);
  if (was !== null && gone.has(was)) {
    noticeOpen.value = false;
    select((below ?? above)?.id ?? null, { open: false });
  }
  focusList();
  return bringBack;
}

async function inPortions<T>(ids: number[], send: Send<T>): Promise<T[]> {
  const done: T[] = [];
  for (let at = 0; at < ids.length; at += portion) {
    const reply = await send(ids.slice(at, at + portion));
    if (!reply.ok) {
      // What was shown before main agreed is taken back when it refuses.
      await Promise.all([refreshList(), loadDetail()]);
      break;
    }
    done.push(reply.value);
  }
  return done;
}

/** @param ids those that come back to the list: the first of them is selected */
async function takeBack(
  done: { undo: number }[],
  ids: number[] = [],
  bringBack = () => {},
): Promise<boolean> {
  let undone = false;
  for (const { undo } of done) {
    const reply = await ask('undo', { undo });
    undone = (reply.ok && reply.value.undone) || undone;
  }
  if (undone) bringBack();
  await refreshList();
  const back = rows.value.find(({ id }) => ids.includes(id));
  if (undone && back) {
    selectAgain(back.id);
    focusList();
  }
  return undone;
}
