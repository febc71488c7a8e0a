/** The order of the sources: of the sidebar, and of the numbers after `g`. */
import { signal } from '@preact/signals';
import { placedBy, shifted } from '../pure/order.ts';
import { text } from '../text.ts';
import { announce } from './announce.ts';
import { sources } from './app.ts';
import { act } from './bridge.ts';
import { change } from './change.ts';

type Side = 'before' | 'after';

/** The source that the pointer drags, and where it would go. */
export const dragged = signal<string | null>(null);
export const dropPlace = signal<{ id: string; side: Side } | null>(null);

export function shiftSource(id: string, step: 1 | -1): Promise<void> {
  return order(id, shifted(sources.value, id, step));
}

export async function dropSource(): Promise<void> {
  const [id, place] = [dragged.value, dropPlace.value];
  endDrag();
  if (id !== null && place !== null) await order(id, placedBy(sources.value, id, place.id, place.side));
}

export function endDrag(): void {
  dragged.value = null;
  dropPlace.value = null;
}

async function order(id: string, next: typeof sources.value): Promise<void> {
  if (next === sources.value) return;
  const ids = next.map((source) => source.id);
  const { ok } = await change({ sources: next }, () => act('reorderSources', { ids }));
  const place = ids.indexOf(id);
  const name = next[place]?.name;
  if (ok && name !== undefined) announce(text.nav.moved(name, place + 1, next.length));
}
