import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { CheckIcon } from './icons.tsx';
import type { Draft } from './pure/draft.ts';
import { SendTest } from './SendTest.tsx';
import { SignInButton } from './SignInButton.tsx';
import { sourceById } from './state/app.ts';
import { ask } from './state/bridge.ts';
import { inbox } from './state/filter.ts';
import { closePane } from './state/places.ts';
import { goTo } from './state/selection.ts';
import { type SignInOutcome, signIn } from './state/signIn.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';

/** The source is there and connects; what is left is to see whether its name is a good one. */
export function Added(props: { id: string; draft: Draft; text: string; signIn: boolean }) {
  const { id, draft } = props;
  const name = useSignal(draft.name);
  const source = sourceById(id);
  const refusal = useSignal<string | null>(null);
  const said = useSignal(text.add.added(props.text));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector('input');
    field?.focus();
    field?.select();
    if (props.signIn) void signIn(id).then(tellOutcome);
  }, []);

  const tellOutcome = (outcome: SignInOutcome) => {
    if (outcome.signedIn) said.value = outcome.text;
    refusal.value = outcome.signedIn ? null : outcome.text;
  };
  const finish = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = name.value.trim();
    if (chosen !== '' && chosen !== draft.name) {
      const { url, dialect, mapping } = draft;
      const reply = await ask('editSource', { id, name: chosen, url, dialect, mapping, credential: null });
      if (!reply.ok) {
        refusal.value = reply.error;
        return;
      }
    }
    closePane();
    await goTo(inbox);
  };
  return (
    <form ref={form} onSubmit={(event) => void finish(event)} noValidate>
      <p class="added" role="status">
        <CheckIcon />
        {said}
      </p>
      <TextField
        name="name"
        label={text.form.name}
        value={name.value}
        mistake={null}
        maxLength={80}
        onInput={(typed) => {
          name.value = typed;
        }}
      />
      <div class="actions">
        <button type="submit" class="go">
          {text.add.done}
        </button>
        {props.signIn && refusal.value !== null && <SignInButton source={id} onOutcome={tellOutcome} />}
        {source && <SendTest source={source} />}
      </div>
      <p class="outcome refused" role="status">
        {refusal}
      </p>
    </form>
  );
}
