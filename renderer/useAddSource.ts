import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Found, Preset, TestResult } from '../preload/contract.ts';
import type { Draft } from './pure/draft.ts';
import { onServer, showMapping } from './pure/mapping.ts';
import { oneAtATime } from './pure/oneAtATime.ts';
import { ask } from './state/bridge.ts';
import { forgetNewSource, newSource } from './state/drafts.ts';
import { text } from './text.ts';
import { useSourceFields } from './useSourceFields.ts';

/** The server did not say what it is. */
export type Doubtful = Extract<TestResult, { ok: false }>;

export type Step =
  | { kind: 'asking' }
  | { kind: 'busy'; text: string }
  /** Main's refusal to add it, here or beside the doubt. */
  | { kind: 'refused'; text: string }
  | { kind: 'doubt'; result: Doubtful; text: string }
  | { kind: 'added'; id: string; draft: Draft; text: string; signIn: boolean };

/** From an address to a source: the server is asked what it is; where it can't say, the person may. */
export function useAddSource() {
  const step = useSignal<Step>({ kind: 'asking' });
  const { preset } = newSource;
  const form = useSourceFields(null);
  /** Counts questions to servers, so that the answer to one that was stopped is dropped. */
  const run = useRef(0);
  const stop = () => {
    run.current += 1;
    step.value = { kind: 'asking' };
  };
  useEffect(() => stop, []);

  const change: typeof form.set = (part) => {
    form.set(part);
    // What was found out of one address says nothing of another; the kind that is assumed may be corrected.
    if (!('dialect' in part || 'mapping' in part)) stop();
  };

  const probe = async () => {
    const draft = form.read();
    if (draft === null || step.value.kind === 'busy') return;
    run.current += 1;
    const mine = run.current;
    const { url, credential } = draft;
    step.value = { kind: 'busy', text: text.form.probing(new URL(url).host) };
    const reply = await ask('testSource', { url, credential, source: null });
    if (mine !== run.current) return;
    if (!reply.ok) step.value = { kind: 'refused', text: reply.error };
    else if (reply.value.ok) {
      const signIn = credential?.kind === 'session';
      const refusal = await add(draft, asPreset(draft, reply.value.found), reply.value.text, signIn);
      if (refusal !== null) step.value = { kind: 'refused', text: refusal };
    } else doubt(reply.value);
  };

  const doubt = (result: Doubtful) => {
    if (result.assume && preset.value === null) {
      const { dialect, mapping } = result.assume;
      form.set({ dialect, ...(mapping ? { mapping: showMapping(mapping) } : {}) });
    }
    step.value = { kind: 'doubt', result, text: '' };
  };

  /** What a person has said of a server of JSON goes before what it looks like; one that is known is what it is. */
  const asPreset = (draft: Draft, found: Found): Found => {
    if (preset.value === null || draft.mapping === null || found.dialect !== 'json') return found;
    const mapping = onServer(draft.mapping, preset.value.url, draft.url);
    return { ...found, url: draft.url, mapping };
  };

  /** @returns the refusal, or null when it is there */
  const add = async (draft: Draft, found: Found, said: string, signIn: boolean): Promise<string | null> => {
    const { name, url, dialect, mapping } = found;
    const credential = signIn ? ({ kind: 'session' } as const) : (draft.credential ?? { kind: 'none' });
    const reply = await ask('addSource', { name, url, dialect, mapping, credential });
    if (!reply.ok) return reply.error;
    forgetNewSource();
    step.value = { kind: 'added', id: reply.value.id, draft: { ...draft, ...found }, text: said, signIn };
    return null;
  };

  const press = useMemo(oneAtATime, []);
  /** Adds what the person says it is. */
  const addAnyway = (result: Doubtful, signIn: boolean) => press(() => addDoubtful(result, signIn));
  const addDoubtful = async (result: Doubtful, signIn: boolean) => {
    const { assume } = result;
    const draft = form.read();
    if (draft === null) return;
    const { url, name } = assume?.dialect === draft.dialect ? assume : draft;
    const refusal = await add(draft, asPreset(draft, { ...draft, url, name }), text.add.unsure, signIn);
    if (refusal !== null) step.value = { kind: 'doubt', result, text: refusal };
  };

  /** Begins with an address and a mapping known beforehand. All of these servers want a token. */
  const begin = (chosen: Preset) => {
    preset.value = chosen;
    change({ url: chosen.url, kind: 'bearer' });
    form.set({ dialect: 'json', mapping: showMapping(chosen.mapping) });
  };

  return { step: step.value, preset: preset.value, form, change, probe, stop, addAnyway, begin };
}
