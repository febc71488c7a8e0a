import { CommandButtons } from './CommandButtons.tsx';
import { keyName } from './shortcuts.ts';
import { chooseAll, chooseNone, chosenRows } from './state/chosen.ts';
import { rows } from './state/list.ts';
import { text } from './text.ts';

/** Beside the list while several notices are chosen: how many, and what can be done with all of them. */
export function Chosen() {
  const notices = chosenRows.value;
  return (
    <div class="chosen">
      <h1>
        <span role="status">{text.chosen.count(notices.length)}</span>
      </h1>
      <p>{text.chosen.hint}</p>
      <CommandButtons notices={notices} />
      <div class="actions">
        {notices.length < rows.value.length && (
          <button type="button" class="quiet" onClick={chooseAll}>
            {text.chosen.all}
          </button>
        )}
        <button type="button" class="quiet" onClick={chooseNone}>
          {text.chosen.none}{' '}
          <span aria-hidden="true">
            <kbd>{keyName('Esc')}</kbd>
          </span>
        </button>
      </div>
    </div>
  );
}
