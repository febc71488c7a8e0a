import { Added } from './Added.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import { Doubt } from './Doubt.tsx';
import { Presets } from './Presets.tsx';
import { forgetNewSource } from './state/drafts.ts';
import { closePane } from './state/places.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';
import { type Step, useAddSource } from './useAddSource.ts';

const words = text.add;

/** One address is all it takes: Bellhop asks the server what it is, says so, and adds it. */
export function AddSource() {
  const adding = useAddSource();
  const { step, form, change } = adding;
  if (step.kind === 'added') return <Added {...step} />;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void adding.probe();
  };
  return (
    <form ref={form.element} onSubmit={submit} noValidate>
      <p class="lead">{words.lead}</p>
      <TextField
        name="url"
        label={text.form.url}
        placeholder={text.form.urlHint}
        value={form.fields.url}
        mistake={form.mistake('url')}
        first
        onInput={(url) => change({ url })}
      />
      <p class="hint">{words.noServer}</p>
      <Presets chosen={adding.preset} onChoose={adding.begin} />
      <details class="more-fields" open={form.fields.kind !== 'none'}>
        <summary>{words.credential}</summary>
        <CredentialFields fields={form.fields} stored={null} mistake={form.mistake} onChange={change} />
      </details>
      {step.kind === 'doubt' && <Doubt result={step.result} fields={form.fields} onChange={change} />}
      <Actions step={step} adding={adding} />
      <p class={step.kind === 'busy' ? 'outcome' : 'outcome refused'} role="status">
        {step.kind !== 'asking' && step.text}
      </p>
    </form>
  );
}

function cancel(): void {
  forgetNewSource();
  closePane();
}

/** What can be done next; the most likely first, and the only one that is filled. */
function Actions({ step, adding }: { step: Step; adding: ReturnType<typeof useAddSource> }) {
  const doubt = step.kind === 'doubt' ? step.result : null;
  const busy = step.kind === 'busy';
  return (
    <div class="actions">
      {doubt?.signIn && (
        <button type="button" class="go" onClick={() => void adding.addAnyway(doubt, true)}>
          {words.andSignIn}
        </button>
      )}
      <button type="submit" class={doubt?.signIn ? '' : 'go'} aria-disabled={busy}>
        {doubt ? words.again : words.add}
      </button>
      {doubt && !doubt.signIn && doubt.assume && (
        <button type="button" onClick={() => void adding.addAnyway(doubt, false)}>
          {words.anyway}
        </button>
      )}
      <button type="button" onClick={busy ? adding.stop : cancel}>
        {busy ? words.stop : text.form.cancel}
      </button>
    </div>
  );
}
