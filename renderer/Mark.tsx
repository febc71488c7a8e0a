import { sourceMarks } from './state/app.ts';

/** A source's two letters in its own colour. A source that was removed has a grey, empty one. */
export function Mark({ source, small = false }: { source: string; small?: boolean }) {
  const mark = sourceMarks.value.get(source);
  const colour = mark ? `mark-${mark.colour}` : 'mark-none';
  return (
    <span class={`mark ${colour}${small ? ' small' : ''}`} aria-hidden="true">
      {mark?.letters}
    </span>
  );
}
