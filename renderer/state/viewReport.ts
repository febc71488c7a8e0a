/** Keeps main told of what is in plain view, so that it raises no toast for that. */
import { computed, effect, signal } from '@preact/signals';
import type { RequestArgs } from '../../preload/contract.ts';
import { ask } from './bridge.ts';
import { filter } from './filter.ts';
import { atTop } from './list.ts';
import { drawerOpen, listCovered } from './places.ts';
import { isSearching } from './search.ts';

const throttleMs = 150;
/** Without pointer or keys for this long, nobody is taken to sit here. */
const attendedMs = 60_000;

const pageVisible = signal(document.visibilityState === 'visible');
const attended = signal(false);

const view = computed<RequestArgs<'reportView'>>(() => ({
  filter: filter.value,
  atTop: atTop.value,
  listVisible: pageVisible.value && !listCovered.value && !drawerOpen.value && !isSearching(),
  attended: attended.value,
}));

export function startViewReport(): void {
  document.addEventListener('visibilitychange', () => {
    pageVisible.value = document.visibilityState === 'visible';
  });
  watchAttention();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  effect(() => {
    const current = view.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const words = JSON.stringify(current);
      if (words === told) return;
      told = words;
      void ask('reportView', current);
    }, throttleMs);
  });
}

function watchAttention(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const notice = (event: Event) => {
    // A window that opens below a resting pointer is told of a move that nobody made.
    if (event.type === 'pointermove' && !hasMoved(event as PointerEvent)) return;
    attended.value = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      attended.value = false;
    }, attendedMs);
  };
  for (const use of ['pointermove', 'pointerdown', 'wheel', 'keydown']) {
    document.addEventListener(use, notice, { passive: true });
  }
}

function hasMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}
