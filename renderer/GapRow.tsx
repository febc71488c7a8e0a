import { capital, timeHere } from './here.ts';
import type { GapLine } from './pure/gaps.ts';
import { sourceById } from './state/app.ts';
import { now } from './state/clock.ts';
import { openPane } from './state/places.ts';
import { text } from './text.ts';

/**
 * A quiet line where something may be missing. Nothing to select, so the keys pass it by; a listbox may hold nothing
 * but options, so for screen readers it is one that is disabled. A click leads to the source's journal.
 */
export function GapRow({ gap }: { gap: GapLine }) {
  const { source: id, from, to, why, count } = gap;
  const source = sourceById(id);
  const name = source?.name ?? text.list.removedSource;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the journal is on the source's page too, which the keys reach.
    <div
      class={source ? 'gap known' : 'gap'}
      role="option"
      aria-selected={false}
      aria-disabled="true"
      tabIndex={-1}
      title={source && text.list.gapHint}
      onClick={() => source && openPane({ kind: 'source', id, at: 'journal' })}
    >
      <span>
        <b>{text.list.gap(capital(timeHere.span(from, to, now.peek())), count)}</b>{' '}
        {text.list.gapWhy(name, why)}
      </span>
    </div>
  );
}
