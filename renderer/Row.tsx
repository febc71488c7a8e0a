import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { NoticeRow } from '../preload/contract.ts';
import { openCommandMenu, withChosen } from './commands.ts';
import { rowId } from './focus.ts';
import { timeHere } from './here.ts';
import { CheckIcon } from './icons.tsx';
import { Mark } from './Mark.tsx';
import { Marked } from './Marked.tsx';
import { headline } from './pure/headline.ts';
import { sourceById } from './state/app.ts';
import { chooseNone, chosen, extendChosen, toggleChosen } from './state/chosen.ts';
import { now } from './state/clock.ts';
import { filter } from './state/filter.ts';
import { arrived } from './state/list.ts';
import { markdownReader } from './state/markdown.ts';
import { pointed } from './state/pointed.ts';
import { found, isSearching } from './state/search.ts';
import { select, selected } from './state/selection.ts';
import { text } from './text.ts';
import { When } from './When.tsx';

/** One notice in the list. Listens only to what changes this row, so that a thousand rows can stand still. */
export function Row({ notice, tabStop }: { notice: NoticeRow; tabStop: ReadonlySignal<number | null> }) {
  const { id } = notice;
  const look = useComputed(() => lookOf(id));
  const isPicked = useComputed(() => (chosen.value.size > 0 ? chosen.value.has(id) : selected.value === id));
  const isTabStop = useComputed(() => tabStop.value === id);
  const hits = useComputed(() => (isSearching() ? found.value.get(id) : undefined));
  const unread = notice.readAt === null;
  // Its Markdown is not read again each time the pointer passes.
  const plain = notice.markdown ? markdownReader.value?.withoutMarks : undefined;
  const { title, body, titled } = useMemo(() => headline(notice, plain), [notice, plain]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys.ts has the keyboard of the whole window.
    <div
      id={rowId(id)}
      class={unread ? `${look.value} unread` : look.value}
      role="option"
      aria-selected={isPicked.value}
      tabIndex={isTabStop.value ? 0 : -1}
      onClick={(event) => onClick(event, id)}
      onContextMenu={(event) => onContextMenu(event, notice)}
    >
      <span class="dot">{unread && <span class="unseen">{text.list.unread}</span>}</span>
      <span class="mark-place" title={text.commands.choose}>
        <Mark source={notice.source} />
        <CheckIcon />
      </span>
      <div class="words">
        <div class={titled ? 'title' : 'title long'} dir="auto">
          {hits.value && titled ? <Marked text={title} marks={hits.value.titleMarks} /> : title}
        </div>
        {hits.value ? (
          <div class="body" dir="auto">
            <Marked text={hits.value.snippet} marks={hits.value.snippetMarks} />
          </div>
        ) : (
          body && (
            <div class="body" dir="auto">
              {body}
            </div>
          )
        )}
        <Meta notice={notice} />
      </div>
      {isHeld(notice) ? <time>{timeHere.clock(notice.heldUntil)}</time> : <When at={notice.sortAt} />}
    </div>
  );
}

function lookOf(id: number): string {
  const is = {
    selected: selected.value === id,
    chosen: chosen.value.has(id),
    arrived: arrived.value.has(id),
    pointed: pointed.value?.id === id,
  };
  return ['row', ...Object.keys(is).filter((name) => is[name as keyof typeof is])].join(' ');
}

/**
 * With Ctrl, or on its mark, it is chosen too; with Shift, all between. The second of two quick clicks may have been meant for
 * the row that was there before.
 */
function onClick(event: MouseEvent, id: number): void {
  const onMark = (event.target as Element).closest('.mark-place') !== null;
  if (event.shiftKey) extendChosen(selected.value, id);
  else if (event.ctrlKey || event.metaKey || onMark) toggleChosen(id);
  else if (event.detail < 2) {
    chooseNone();
    select(id, { open: true });
  }
}

function onContextMenu(event: MouseEvent, notice: NoticeRow): void {
  event.preventDefault();
  const about = withChosen(notice);
  if (about.length === 1) select(notice.id, { open: false });
  openCommandMenu(about, { x: event.clientX, y: event.clientY });
}

/** In the list of the snoozed, whose days and times are those at which they come back. */
function isHeld(notice: NoticeRow): notice is NoticeRow & { heldUntil: number } {
  return filter.value.view === 'snoozed' && !isSearching() && notice.heldUntil !== null;
}

function Meta({ notice }: { notice: NoticeRow }) {
  const source = useComputed(() => sourceById(notice.source)?.name ?? text.list.removedSource);
  return (
    <div class="meta">
      <Priority priority={notice.priority} />
      <span>{source}</span>
      {notice.topic && <span>{notice.topic}</span>}
      {notice.repeats > 0 && (
        <span class="repeats" title={text.triage.repeatsLong(notice.repeats + 1)}>
          {text.triage.repeats(notice.repeats + 1)}
        </span>
      )}
      {isSearching() && notice.place === 'archived' && <span>{text.nav.archived}</span>}
      {notice.heldUntil !== null && !isHeld(notice) && (
        <span>{text.triage.backAt(timeHere.dayAndClock(notice.heldUntil, now.value))}</span>
      )}
    </div>
  );
}

/** Only what is above the ordinary is worth a word. */
export function Priority({ priority }: { priority: number }) {
  if (priority >= 5) return <span class="urgent">{text.list.urgent}</span>;
  return priority === 4 ? <span class="high">{text.list.high}</span> : null;
}
