import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NoticeFilter } from '../preload/contract.ts';
import { focusList } from './focus.ts';
import { CloseIcon } from './icons.tsx';
import { filter, narrowed } from './state/filter.ts';
import { forgetFilter, openSaved, saveFilter } from './state/savedFilters.ts';
import { isSearching } from './state/search.ts';
import { goTo } from './state/selection.ts';
import { text } from './text.ts';

const words = text.filters;

/** What the list is narrowed to, piece by piece, and the way to keep that under a name. */
export function FilterRow() {
  const naming = useSignal(false);
  if (!narrowed.value || isSearching()) return null;
  const { topic, minPriority } = filter.value;
  const saved = openSaved.value;
  if (naming.value) return <Naming onClose={() => (naming.value = false)} />;
  return (
    <div class="filter-row">
      {minPriority !== null && <Piece label={words.priority(minPriority)} without={{ minPriority: null }} />}
      {topic !== null && <Piece label={words.topic(topic)} without={{ topic: null }} />}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          if (saved) void forgetFilter(saved);
          else naming.value = true;
        }}
      >
        {saved ? words.forget : words.save}
      </button>
    </div>
  );
}

function Piece({ label, without }: { label: string; without: Partial<NoticeFilter> }) {
  const remove = () => void goTo({ ...filter.value, ...without }).then(focusList);
  return (
    <button
      type="button"
      class="piece"
      aria-label={words.remove(label)}
      title={words.remove(label)}
      onClick={remove}
    >
      <span>{label}</span>
      <CloseIcon />
    </button>
  );
}

function Naming({ onClose }: { onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const close = () => {
    onClose();
    focusList();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? '';
    if (name === '') field.current?.focus();
    else if (await saveFilter(name)) close();
  };
  return (
    <form
      class="filter-row"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <input ref={field} type="text" maxLength={60} aria-label={words.name} placeholder={words.name} />
      <button type="submit" class="go">
        {words.keep}
      </button>
      <button type="button" class="quiet" onClick={close}>
        {text.confirm.cancel}
      </button>
    </form>
  );
}
