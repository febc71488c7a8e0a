import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { capital, timeHere } from './here.ts';
import { readMoment, snoozeChoices, toField } from './pure/snooze.ts';
import { snooze, snoozing } from './state/triage.ts';
import { text } from './text.ts';

const words = text.triage;

/** Until when? The likely answers first, then any moment. */
export function SnoozeDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const notices = snoozing.value;
  useLayoutEffect(() => {
    if (notices !== null) dialog.current?.showModal();
  }, [notices]);
  if (notices === null) return null;
  const choose = (until: number) => {
    dialog.current?.close();
    void snooze(notices, until, timeHere.dayAndClock(until, Date.now()));
  };
  return (
    <dialog
      class="confirm snooze"
      ref={dialog}
      aria-labelledby="snooze-title"
      onClose={() => (snoozing.value = null)}
    >
      <h2 id="snooze-title">{words.snoozeTitle}</h2>
      <ul>
        {snoozeChoices(Date.now()).map(({ kind, until }) => (
          <li key={kind}>
            <button type="button" onClick={() => choose(until)}>
              <span>{words.choices[kind]}</span>
              <span class="hint">{capital(timeHere.dayAndClock(until, Date.now()))}</span>
            </button>
          </li>
        ))}
      </ul>
      <OwnMoment onChoose={choose} />
      <div class="answers">
        <button type="button" onClick={() => dialog.current?.close()}>
          {text.confirm.cancel}
        </button>
      </div>
    </dialog>
  );
}

function OwnMoment({ onChoose }: { onChoose: (until: number) => void }) {
  const value = useSignal(toField(Date.now() + 24 * 3_600_000));
  const until = readMoment(value.value, Date.now());
  const mistake = typeof until === 'string' ? words.noMoment[until] : null;
  const submit = (event: Event) => {
    event.preventDefault();
    if (typeof until === 'number') onChoose(until);
  };
  return (
    <form class="own-moment" noValidate onSubmit={submit}>
      <label>
        {words.ownMoment}
        <input
          type="datetime-local"
          value={value.value}
          min={toField(Date.now())}
          aria-invalid={mistake !== null}
          aria-describedby="own-moment-mistake"
          onInput={(event) => (value.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" aria-disabled={mistake !== null}>
        {words.snooze}
      </button>
      <span class="mistake" id="own-moment-mistake" role="status">
        {mistake}
      </span>
    </form>
  );
}
