import type { Match, NoticeRow } from '../../preload/contract.ts';
import { asks, likenesses, notAsked, type Likeness as Part } from '../pure/likeness.ts';
import { sourceById } from '../state/app.ts';
import { text } from '../text.ts';

const words = text.rules;

/** What a notice has that others may have too; each is asked for or not. */
export function Likeness(props: {
  notice: NoticeRow;
  match: Match;
  onChange: (part: Partial<Match>) => void;
}) {
  const { notice, match, onChange } = props;
  return (
    <fieldset class="field likeness">
      <legend>{words.like.title}</legend>
      {likenesses(notice).map((part) => (
        <button
          key={part.kind}
          type="button"
          class="piece"
          aria-pressed={asks(match, part)}
          onClick={() => onChange(asks(match, part) ? notAsked(part) : part.match)}
        >
          <span>{named(part)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function named({ kind, match }: Part): string {
  const { source, topic, text: said, minPriority } = match;
  if (kind === 'source') return words.like.source(sourceById(source ?? null)?.name ?? words.removedSource);
  if (kind === 'priority')
    return words.like.priority(text.sounds.priorities[minPriority as 1 | 2 | 3 | 4 | 5]);
  return kind === 'topic' ? words.like.topic(topic ?? '') : words.like.text(said ?? '');
}
