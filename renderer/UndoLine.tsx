import { focusList } from './focus.ts';
import { hideLater, keepLine, undoLast, undoLine } from './state/undo.ts';
import { text } from './text.ts';

/** What was just done, and the way back. Read out once; it never takes the focus. */
export function UndoLine() {
  const line = undoLine.value;
  const undo = () => void undoLast().then(focusList);
  return (
    <div
      class={line ? 'undo-line' : 'undo-line none'}
      onPointerEnter={keepLine}
      onPointerLeave={hideLater}
      onFocusCapture={keepLine}
      onBlurCapture={hideLater}
    >
      <span role="status">{line?.said}</span>
      {line?.canUndo && (
        <button type="button" class="quiet" onClick={undo}>
          {text.triage.undo}{' '}
          <span aria-hidden="true">
            <kbd>z</kbd>
          </span>
        </button>
      )}
    </div>
  );
}
