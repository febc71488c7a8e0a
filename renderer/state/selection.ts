/** The selected notice, and when it counts as read. */
import { batch, computed, signal } from '@preact/signals';
import type { NoticeDetail, NoticeFilter, NoticeRow, Reply } from '../../preload/contract.ts';
import { text } from '../text.ts';
import { act, ask, failure } from './bridge.ts';
import { chooseNone, chosen } from './chosen.ts';
import { filter, inbox, sameFilter } from './filter.ts';
import { openList, refreshList, rows, showRead } from './list.ts';
import { fetchReaderFor } from './markdown.ts';
import { drawerOpen, noticeOpen, noticeVisible, pane } from './places.ts';
import { query } from './search.ts';

/** How long a notice is on the screen before it counts as read, when one only moves past it. */
const readAfterMs = 600;

export const selected = signal<number | null>(null);
const detail = signal<NoticeDetail | null>(null);

/** The selected notice: with its "why" once that is loaded, as its row until then. */
export const selectedNotice = computed<NoticeRow | NoticeDetail | null>(() => {
  const id = selected.value;
  if (id === null) return null;
  const row = rows.value.find((one) => one.id === id);
  const loaded = detail.value?.id === id ? detail.value : null;
  return loaded && row ? { ...loaded, readAt: row.readAt } : (row ?? loaded);
});

let readTimer: ReturnType<typeof setTimeout> | undefined;

/** Selects a notice. `open`: the person asked for this very one, so it is shown and read at once. */
export function select(id: number | null, { open }: { open: boolean }): void {
  place(id, { open });
  if (id === null) return;
  if (open) readIfUnread();
  else readTimer = setTimeout(readIfUnread, readAfterMs);
  void loadDetail();
}

function place(id: number | null, { open }: { open: boolean }): void {
  clearTimeout(readTimer);
  batch(() => {
    selected.value = id;
    pane.value = { kind: 'notice' };
    if (open) noticeOpen.value = id !== null;
  });
}

/** Selects a notice that nobody moved to: it doesn't count as read by being there. */
export function selectAgain(id: number | null): void {
  place(id, { open: false });
  void loadDetail();
}

/** Puts a notice beside the list, or none, without it counting as read. */
export function put(notice: NoticeDetail | null): void {
  detail.value = notice;
  place(notice?.id ?? null, { open: true });
}

function readIfUnread(): void {
  const notice = selectedNotice.value;
  // While several are chosen, that is what is shown instead.
  if (noticeVisible.value && chosen.value.size === 0 && notice?.readAt === null)
    void markRead(notice.id, true);
}

/** Opens another list, with nothing selected. */
export async function goTo(next: NoticeFilter): Promise<void> {
  batch(() => {
    filter.value = next;
    query.value = '';
    drawerOpen.value = false;
    chooseNone();
    closeNotice();
  });
  await openList();
}

export async function getNotice(id: number): Promise<Reply<NoticeDetail | null>> {
  const reply = await ask('getNotice', { id });
  if (reply.ok && reply.value) await fetchReaderFor([reply.value]);
  return reply;
}

/** Fetches the selected notice (again); one that is gone is no longer selected. */
export async function loadDetail(): Promise<void> {
  const id = selected.value;
  if (id === null) return;
  const reply = await getNotice(id);
  if (!reply.ok || selected.value !== id) return;
  if (reply.value === null) closeNotice();
  else detail.value = reply.value;
}

export function closeNotice(): void {
  select(null, { open: true });
}

/** Brings a notice to the screen whatever list is open: a toast for it was clicked. */
export async function showNotice(id: number): Promise<void> {
  const reply = await getNotice(id);
  if (!reply.ok || reply.value === null) {
    failure.value = reply.ok ? text.detail.gone : reply.error;
    return;
  }
  if (!rows.value.some((row) => row.id === id) && !sameFilter(filter.value, inbox)) await goTo(inbox);
  chooseNone(); // or they would be shown, and acted on, instead
  put(reply.value);
  readIfUnread();
}

export async function markRead(id: number, read: boolean): Promise<void> {
  clearTimeout(readTimer);
  const readAt = read ? Date.now() : null;
  showRead([id], readAt);
  if (detail.value?.id === id) detail.value = { ...detail.value, readAt };
  await settle(await act('markRead', { ids: [id], read }));
}

/** What was shown before main agreed is taken back when it refuses. */
export async function settle({ ok }: { ok: boolean }): Promise<void> {
  if (!ok) await Promise.all([refreshList(), loadDetail()]);
}

/** Moves the selection by rows; from nowhere, to the first one. */
export function moveSelection(step: 1 | -1): void {
  const index = rows.value.findIndex((row) => row.id === selected.value);
  const target = rows.value[index === -1 ? 0 : index + step];
  if (target) select(target.id, { open: false });
}

export function selectEnd(end: 'first' | 'last'): void {
  const target = rows.value.at(end === 'first' ? 0 : -1);
  if (target) select(target.id, { open: false });
}
