import { undoable, undoLast, undoOffered } from './state/triage.ts';
import { text } from './text.ts';

/** What was just done, and the way back. Read out once; it never takes the focus. */
export function UndoLine() {
  const last = undoOffered.value ? undoable.value : null;
  return (
    <div class={last ? 'undo-line' : 'undo-line none'} role="status">
      {last && (
        <>
          <span>{last.said}</span>
          <button type="button" class="quiet" onClick={() => void undoLast()}>
            {text.triage.undo} <kbd>z</kbd>
          </button>
        </>
      )}
    </div>
  );
}
