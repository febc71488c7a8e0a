import { useSignal } from '@preact/signals';
import type { Found, SourceView, TestResult } from '../preload/contract.ts';
import { CredentialFields } from './CredentialFields.tsx';
import { KindFields } from './KindFields.tsx';
import type { Draft, SourceFields } from './pure/draft.ts';
import { showMapping } from './pure/mapping.ts';
import { ask } from './state/bridge.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';
import { useSourceFields } from './useSourceFields.ts';

const words = text.form;

type Outcome = { kind: 'busy' | 'done' | 'fine' | 'refused'; text: string; detail?: string | null };

/** Everything about how a source is reached, to be changed. */
export function EditSource({ source }: { source: SourceView }) {
  const outcome = useSignal<Outcome | null>(null);
  const form = useSourceFields(source);
  const { fields, mistake } = form;
  const set: typeof form.set = (change) => {
    form.set(change);
    outcome.value = null;
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const draft = form.read();
    if (draft === null || outcome.value?.kind === 'busy') return;
    outcome.value = { kind: 'busy', text: words.saving };
    const reply = await ask('editSource', { id: source.id, ...draft });
    outcome.value = reply.ok ? { kind: 'done', text: words.saved } : { kind: 'refused', text: reply.error };
    if (reply.ok) form.forgetSecrets();
  };
  const test = async () => {
    const draft = form.read();
    if (draft === null || outcome.value?.kind === 'busy') return;
    outcome.value = { kind: 'busy', text: words.testing };
    const { url, credential } = draft;
    const reply = await ask('testSource', { url, credential, source: source.id });
    if (reply.ok && reply.value.ok) form.set(asFound(draft, source, reply.value.found));
    outcome.value = reply.ok ? tested(reply.value) : { kind: 'refused', text: reply.error };
  };
  return (
    <form ref={form.element} onSubmit={(event) => void save(event)} noValidate>
      <TextField
        name="url"
        label={words.url}
        value={fields.url}
        mistake={mistake('url')}
        onInput={(url) => set({ url })}
      />
      <TextField
        name="name"
        label={words.name}
        value={fields.name}
        mistake={mistake('name')}
        onInput={(name) => set({ name })}
      />
      <KindFields
        legend={words.dialect}
        dialect={fields.dialect}
        mapping={fields.mapping}
        onDialect={(dialect) => set({ dialect })}
        onMapping={(change) => set({ mapping: { ...fields.mapping, ...change } })}
      />
      <CredentialFields fields={fields} stored={form.stored} mistake={mistake} onChange={set} />
      <div class="actions">
        <button type="submit" class="go">
          {words.save}
        </button>
        <button type="button" onClick={() => void test()}>
          {words.test}
        </button>
      </div>
      <p class={`outcome ${outcome.value?.kind ?? ''}`} role="status">
        {outcome.value?.text}
        {outcome.value?.detail && <span class="hint">{outcome.value.detail}</span>}
      </p>
    </form>
  );
}

/** What answered is what is saved; what answers as before, and what a person has said of its JSON, stays as it is. */
function asFound(draft: Draft, source: SourceView, found: Found): Partial<SourceFields> {
  const isKnown = draft.dialect === found.dialect;
  if (isKnown && draft.url === source.url) return {};
  const { url, dialect, mapping } = found;
  return isKnown || mapping === null ? { url, dialect } : { url, dialect, mapping: showMapping(mapping) };
}

function tested(result: TestResult): Outcome {
  return result.ok
    ? { kind: 'fine', text: result.text }
    : { kind: 'refused', text: result.text, detail: result.detail };
}
