import { computed } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { GapRow } from './GapRow.tsx';
import { capital, timeHere } from './here.ts';
import { UpIcon } from './icons.tsx';
import { type Day, groupByDay } from './pure/days.ts';
import { type Entry, isGap, placeGaps, timeOf } from './pure/gaps.ts';
import { Row } from './Row.tsx';
import { RowTools } from './RowTools.tsx';
import { now, today } from './state/clock.ts';
import { filter } from './state/filter.ts';
import { atTop, gaps, loadMore, newAbove, nextPage, rows } from './state/list.ts';
import { pointed } from './state/pointed.ts';
import { isSearching } from './state/search.ts';
import { selected } from './state/selection.ts';
import { text } from './text.ts';
import { usePositions } from './usePositions.ts';

/** In the list of the snoozed, days are those on which they come back. */
export function timeIn(entry: Entry): number {
  const isSnoozed = filter.value.view === 'snoozed' && !isSearching() && !isGap(entry);
  return (isSnoozed ? entry.heldUntil : null) ?? timeOf(entry);
}

/** Asking the calendar is slow, and rows stay the same objects. */
const dayKeys = new WeakMap<Entry, string>();
function dayKeyOf(entry: Entry): string {
  const key = dayKeys.get(entry) ?? timeHere.dayKey(timeIn(entry));
  dayKeys.set(entry, key);
  return key;
}

let lastDays: Day[] = [];
const days = computed(() => {
  const entries = placeGaps(rows.value, gaps.value, timeHere.dayKey);
  lastDays = groupByDay(entries, { dayKey: dayKeyOf, timeOf: timeIn }, lastDays);
  return lastDays;
});

/** The row that Tab leads to: the selected one, or the first. */
const tabStop = computed(() => {
  const id = selected.value;
  return rows.value.some((row) => row.id === id) ? id : (rows.value[0]?.id ?? null);
});

export function List() {
  const scroller = useRef<HTMLDivElement>(null);
  const onScroll = () => {
    pointed.value = null;
    atTop.value = (scroller.current?.scrollTop ?? 0) < 8;
    if (atTop.value) newAbove.value = 0;
  };
  const toTop = () => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.current?.scrollTo({ top: 0, behavior: calm ? 'instant' : 'smooth' });
  };
  // Another list starts at its top, whatever this one was scrolled to.
  useEffect(() => {
    onScroll();
    return () => {
      atTop.value = true;
      pointed.value = null;
    };
  }, []);
  const onPointerMove = (event: PointerEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const id = Number(row?.id.replace('notice-', ''));
    if (pointed.value?.id === id) return;
    const top =
      (row?.getBoundingClientRect().top ?? 0) - (scroller.current?.getBoundingClientRect().top ?? 0);
    pointed.value = row && event.pointerType === 'mouse' ? { id, top } : null;
  };
  usePositions(scroller, days.value, nextPage.value === null);
  return (
    <div
      class="list"
      onPointerLeave={() => {
        pointed.value = null;
      }}
    >
      <NewAbove onClick={toTop} />
      <div
        class="scroller"
        ref={scroller}
        onScroll={onScroll}
        onPointerMove={onPointerMove}
        role="listbox"
        aria-multiselectable="true"
        aria-label={text.list.label}
      >
        {days.value.map((day) => (
          <DayGroup key={day.key} day={day} />
        ))}
        <EndOfPage />
      </div>
      {pointed.value && <RowTools {...pointed.value} />}
    </div>
  );
}

/** The same one for the same entry: of a thousand rows only the new are gone through when a page comes. */
const elements = new WeakMap<Entry, VNode>();
function elementOf(entry: Entry): VNode {
  const known = elements.get(entry);
  if (known) return known;
  const made = isGap(entry) ? (
    <GapRow key={`gap-${entry.id}`} gap={entry} />
  ) : (
    <Row key={entry.id} notice={entry} tabStop={tabStop} />
  );
  elements.set(entry, made);
  return made;
}

function DayGroup({ day }: { day: Day }) {
  // Read for its change at midnight, when "Today" becomes "Yesterday".
  today.value;
  const name = capital(timeHere.dayName(day.at, now.peek()));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, and no fieldset.
    <div class="day" role="group" aria-label={name}>
      <div class="day-name" role="presentation">
        {name}
      </div>
      {day.entries.map(elementOf)}
    </div>
  );
}

function NewAbove({ onClick }: { onClick: () => void }) {
  if (newAbove.value === 0) return null;
  return (
    <button type="button" class="new-above" onClick={onClick}>
      <UpIcon />
      {text.list.newAbove(newAbove.value)}
    </button>
  );
}

/** Loads the next page while the end is still some screens away. */
function EndOfPage() {
  const end = useRef<HTMLDivElement>(null);
  const from = nextPage.value;
  useEffect(() => {
    if (from === null || end.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void loadMore();
      },
      { root: end.current.closest('.scroller'), rootMargin: '3000px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [from]);
  return <div class="end" role="presentation" ref={end} />;
}
