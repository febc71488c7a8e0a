/** Where the focus is in the list and its search, and how it gets there. */
import { batch } from '@preact/signals';
import { closePane, listCovered, noticeOpen } from './state/places.ts';
import { selected } from './state/selection.ts';

export function rowId(notice: number): string {
  return `notice-${notice}`;
}

/** The row that keyboard users stand on, or the first one; without any, what says so: in a field, keys would be typed. */
export function focusList(): void {
  const now = () => {
    if (listCovered.value) return;
    const own = selected.value === null ? null : document.getElementById(rowId(selected.value));
    const place =
      own ?? document.querySelector<HTMLElement>('.row') ?? document.querySelector<HTMLElement>('.no-rows');
    place?.focus();
  };
  now();
  // Rows that have just come or gone are on the screen with the next frame.
  requestAnimationFrame(() => {
    const at = document.activeElement;
    if (at === document.body || at?.closest('.list')) now();
  });
}

/** On a narrow window, what covers the field goes first. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLElement>('.search input');
  if (field === null) return;
  if (listCovered.value)
    batch(() => {
      noticeOpen.value = false;
      closePane();
      requestAnimationFrame(() => field.focus());
    });
  else field.focus();
}
