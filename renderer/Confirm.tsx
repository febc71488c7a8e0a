import { useLayoutEffect, useRef } from 'preact/hooks';
import { question } from './state/question.ts';
import { text } from './text.ts';

/** Asks before something that can't be undone. The first answer has the focus: it was asked for by a key or a click. */
export function Confirm() {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = question.value;
  useLayoutEffect(() => {
    if (asked) dialog.current?.showModal();
  }, [asked]);
  if (asked === null) return null;

  const close = () => {
    question.value = null;
  };
  const answer = (run: () => void) => {
    dialog.current?.close();
    run();
  };
  return (
    <dialog
      class="confirm"
      ref={dialog}
      aria-labelledby="question"
      aria-describedby="question-text"
      onClose={close}
    >
      <h2 id="question">{asked.title}</h2>
      <p id="question-text">{asked.text}</p>
      <div class="answers">
        {asked.answers.map(({ label, danger, run }) => (
          <button type="button" key={label} class={danger ? 'danger' : ''} onClick={() => answer(run)}>
            {label}
          </button>
        ))}
        <button type="button" onClick={() => dialog.current?.close()}>
          {text.confirm.cancel}
        </button>
      </div>
    </dialog>
  );
}
