import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Credential, SourceView, TestResult } from '../preload/contract.ts';
import { CredentialFields } from './CredentialFields.tsx';
import {
  emptyFields,
  type Field,
  type Reading,
  readDraft,
  readUrl,
  type SourceFields,
} from './pure/draft.ts';
import { ask } from './state/bridge.ts';
import { inbox } from './state/filter.ts';
import { closePane } from './state/places.ts';
import { goTo } from './state/selection.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';

const words = text.form;
type Draft = Extract<Reading, { ok: true }>['draft'];

export function AddSource() {
  const add = async ({ name, url, credential }: Draft): Promise<string | null> => {
    const reply = await ask('addSource', { name, url, credential: credential ?? { kind: 'none' } });
    if (!reply.ok) return reply.error;
    closePane();
    await goTo(inbox);
    return null;
  };
  return (
    <>
      <p class="lead">{text.source.addText}</p>
      <SourceForm source={null} submitLabel={words.add} onSubmit={add} />
    </>
  );
}

export function EditSource({ source }: { source: SourceView }) {
  const save = async (draft: Draft): Promise<string | null> => {
    const reply = await ask('editSource', { id: source.id, ...draft });
    return reply.ok ? null : reply.error;
  };
  return <SourceForm source={source} submitLabel={words.save} onSubmit={save} />;
}

type Outcome = { kind: 'busy' | 'done' | 'fine' | 'refused'; text: string; detail?: string | null };

/** Address, name and credential. Mistakes are said beside their field; `onSubmit` answers with a refusal or null. */
function SourceForm(props: {
  source: SourceView | null;
  submitLabel: string;
  onSubmit: (draft: Draft) => Promise<string | null>;
}) {
  const { source } = props;
  const stored: Credential['kind'] | null = source?.credentialMissing
    ? null
    : (source?.credentialKind ?? null);
  const fields = useSignal<SourceFields>(startFields(source));
  const wrong = useSignal<{ field: Field; text: string } | null>(null);
  const outcome = useSignal<Outcome | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const set = (change: Partial<SourceFields>) => {
    fields.value = { ...fields.value, ...change };
    wrong.value = null;
    outcome.value = null;
  };
  const read = (): Draft | null => {
    const reading = readDraft(fields.value, stored);
    if (reading.ok) return reading.draft;
    wrong.value = { field: reading.field, text: words.mistakes[reading.mistake] };
    form.current?.querySelector<HTMLElement>(`[name=${reading.field}]`)?.focus();
    return null;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const draft = read();
    if (draft === null || outcome.value?.kind === 'busy') return;
    outcome.value = { kind: 'busy', text: source ? words.saving : words.adding };
    const refusal = await props.onSubmit(draft);
    outcome.value =
      refusal === null ? { kind: 'done', text: words.saved } : { kind: 'refused', text: refusal };
    if (refusal === null) fields.value = { ...fields.value, ...withoutSecrets };
  };
  const test = async () => {
    const draft = read();
    if (draft === null || outcome.value?.kind === 'busy') return;
    outcome.value = { kind: 'busy', text: words.testing };
    const { url, credential } = draft;
    const reply = await ask('testSource', { url, credential, source: source?.id ?? null });
    outcome.value = reply.ok ? tested(reply.value) : { kind: 'refused', text: reply.error };
  };

  const mistake = (field: Field) => (wrong.value?.field === field ? wrong.value.text : null);
  const host = readUrl(fields.value.url);
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        name="url"
        label={words.url}
        placeholder={words.urlHint}
        value={fields.value.url}
        mistake={mistake('url')}
        first={source === null}
        onInput={(url) => set({ url })}
      />
      <TextField
        name="name"
        label={words.name}
        placeholder={typeof host === 'string' ? '' : host.host}
        value={fields.value.name}
        mistake={mistake('name')}
        onInput={(name) => set({ name })}
      />
      <CredentialFields fields={fields.value} stored={stored} mistake={mistake} onChange={set} />
      <div class="actions">
        <button type="submit" class="go">
          {props.submitLabel}
        </button>
        <button type="button" onClick={() => void test()}>
          {words.test}
        </button>
        {source === null && (
          <button type="button" onClick={closePane}>
            {words.cancel}
          </button>
        )}
      </div>
      <p class={`outcome ${outcome.value?.kind ?? ''}`} role="status">
        {outcome.value?.text}
        {outcome.value?.detail && <span class="hint">{outcome.value.detail}</span>}
      </p>
    </form>
  );
}

const withoutSecrets = { token: '', user: '', password: '', cookie: '' };

function startFields(source: SourceView | null): SourceFields {
  if (source === null) return emptyFields;
  return { ...emptyFields, url: source.url, name: source.name, kind: source.credentialKind };
}

function tested(result: TestResult): Outcome {
  return result.ok
    ? { kind: 'fine', text: result.text }
    : { kind: 'refused', text: result.text, detail: result.detail };
}
