import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Found, Preset } from '../preload/contract.ts';
import { Added } from './Added.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import { Doubt, type Doubtful } from './Doubt.tsx';
import { Presets } from './Presets.tsx';
import type { Draft } from './pure/draft.ts';
import { onServer, showMapping } from './pure/mapping.ts';
import { ask } from './state/bridge.ts';
import { closePane } from './state/places.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';
import { useSourceFields } from './useSourceFields.ts';

const words = text.form;

type Step =
  | { kind: 'asking' }
  | { kind: 'busy'; text: string }
  | { kind: 'refused'; text: string }
  | { kind: 'doubt'; result: Doubtful }
  | { kind: 'added'; id: string; draft: Draft; text: string; signIn: boolean };

/** One address is all it takes: Bellhop asks the server what it is, says so, and adds it. */
export function AddSource() {
  const step = useSignal<Step>({ kind: 'asking' });
  const preset = useSignal<Preset | null>(null);
  const form = useSourceFields(null);
  /** Counts questions to servers, so that the answer to one that was stopped is dropped. */
  const run = useRef(0);
  useEffect(() => () => void run.current++, []);

  const stop = () => {
    run.current += 1;
    step.value = { kind: 'asking' };
  };
  const change: typeof form.set = (part) => {
    form.set(part);
    // What was found out of one address says nothing of another; which kind is assumed may change.
    if (!('dialect' in part || 'mapping' in part)) stop();
  };
  const probe = async () => {
    const draft = form.read();
    if (draft === null || step.value.kind === 'busy') return;
    run.current += 1;
    const mine = run.current;
    const { url, credential } = draft;
    step.value = { kind: 'busy', text: words.probing(new URL(url).host) };
    const reply = await ask('testSource', { url, credential, source: null });
    if (mine !== run.current) return;
    if (!reply.ok) step.value = { kind: 'refused', text: reply.error };
    else if (reply.value.ok) await add(draft, asFound(draft, reply.value.found), reply.value.text, false);
    else doubt(reply.value);
  };
  const doubt = (result: Doubtful) => {
    const { assume } = result;
    if (assume && preset.value === null) {
      const { dialect, mapping } = assume;
      form.set({ dialect, ...(mapping ? { mapping: showMapping(mapping) } : {}) });
    }
    step.value = { kind: 'doubt', result };
  };
  /** What a person has said of the server goes before what it looks like. */
  const asFound = (draft: Draft, found: Found): Found => {
    if (preset.value === null || draft.mapping === null) return found;
    const mapping = onServer(draft.mapping, preset.value.url, draft.url);
    return { ...found, dialect: 'json', url: draft.url, mapping };
  };
  const add = async (draft: Draft, found: Found, said: string, signIn: boolean) => {
    const credential = signIn ? ({ kind: 'session' } as const) : (draft.credential ?? { kind: 'none' });
    const reply = await ask('addSource', { ...found, credential });
    step.value = reply.ok
      ? { kind: 'added', id: reply.value.id, draft: { ...draft, ...found }, text: said, signIn }
      : { kind: 'refused', text: reply.error };
  };
  const addAnyway = async ({ assume }: Doubtful, signIn: boolean) => {
    const draft = form.read();
    if (draft === null) return;
    const { url, name } = assume?.dialect === draft.dialect ? assume : draft;
    const found = asFound(draft, { ...draft, url, name });
    await add(draft, found, text.add.unsure(found.name), signIn);
  };
  const begin = (chosen: Preset) => {
    preset.value = chosen;
    change({ url: chosen.url, kind: 'bearer' });
    form.set({ dialect: 'json', mapping: showMapping(chosen.mapping) });
  };

  const now = step.value;
  if (now.kind === 'added') return <Added {...now} />;
  const busy = now.kind === 'busy';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void probe();
  };
  return (
    <form ref={form.element} onSubmit={submit} noValidate>
      <p class="lead">{text.add.lead}</p>
      <TextField
        name="url"
        label={words.url}
        placeholder={words.urlHint}
        value={form.fields.url}
        mistake={form.mistake('url')}
        first
        onInput={(url) => change({ url })}
      />
      <Presets chosen={preset.value} onChoose={begin} />
      <details
        class="more-fields"
        open={form.fields.kind !== 'none' || (now.kind === 'doubt' && now.result.signIn)}
      >
        <summary>{text.add.credential}</summary>
        <CredentialFields fields={form.fields} stored={null} mistake={form.mistake} onChange={change} />
      </details>
      <div class="actions">
        <button type="submit" class="go" aria-disabled={busy}>
          {now.kind === 'doubt' ? text.add.again : text.add.add}
        </button>
        <button type="button" onClick={busy ? stop : closePane}>
          {busy ? text.add.stop : words.cancel}
        </button>
      </div>
      <p class={`outcome ${now.kind}`} role="status">
        {(now.kind === 'busy' || now.kind === 'refused') && now.text}
      </p>
      {now.kind === 'doubt' && (
        <Doubt
          result={now.result}
          fields={form.fields}
          onChange={change}
          onAdd={(signIn) => void addAnyway(now.result, signIn)}
        />
      )}
    </form>
  );
}
