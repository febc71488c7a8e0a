import { computed } from '@preact/signals';
import type { NoticeFilter } from '../preload/contract.ts';
import { FilterIcon } from './icons.tsx';
import { filter, narrowed, views } from './state/filter.ts';
import { rows } from './state/list.ts';
import { type MenuItem, openMenu } from './state/menu.ts';
import { goTo } from './state/selection.ts';
import { text } from './text.ts';

const mostTopics = 12;

/** Those of the notices that are loaded, the most frequent first. */
const topics = computed(() => {
  const counts = new Map<string, number>();
  for (const { topic } of rows.value) if (topic !== null) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const open = filter.value.topic;
  if (open !== null) counts.set(open, Infinity);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostTopics)
    .map(([topic]) => topic);
});

/** Shows only a part of the open list: by priority, by topic, and of a source by view. */
export function FilterButton() {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={text.filters.label}
      title={text.filters.label}
      aria-haspopup="menu"
      aria-pressed={narrowed.value}
      onClick={(event) => openMenu(text.filters.label, items(), event.currentTarget)}
    >
      <FilterIcon />
    </button>
  );
}

function items(): MenuItem[] {
  const { source, view, topic, minPriority } = filter.value;
  const item = (label: string, checked: boolean, change: Partial<NoticeFilter>): MenuItem => ({
    label,
    checked,
    run: () => void goTo({ ...filter.value, ...change }),
  });
  const groups = [
    [null, 4, 5].map((least) =>
      item(text.filters.priority(least), minPriority === least, { minPriority: least }),
    ),
    topics.value.length === 0
      ? []
      : [null, ...topics.value].map((one) => item(text.filters.topic(one), topic === one, { topic: one })),
    source === null ? [] : views.map((one) => item(text.nav[one], view === one, { view: one })),
  ];
  return groups.flatMap((group, index) =>
    group.map((one, at) => ({ ...one, parted: index > 0 && at === 0 })),
  );
}
