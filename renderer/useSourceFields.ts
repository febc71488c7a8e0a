import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SourceView } from '../preload/contract.ts';
import { type Draft, emptyFields, type Field, readDraft, type SourceFields } from './pure/draft.ts';
import { showMapping } from './pure/mapping.ts';
import { newSource } from './state/drafts.ts';
import { text } from './text.ts';

const withoutSecrets = { token: '', user: '', password: '', cookie: '' };

/** The fields of a source's form, and the one mistake that is pointed at. `source` is null for the new one. */
export function useSourceFields(source: SourceView | null) {
  const own = useSignal<SourceFields>(startFields(source));
  const fields = source === null ? newSource.fields : own;
  const wrong = useSignal<{ field: Field; text: string } | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const stored = source?.credentialMissing ? null : (source?.credentialKind ?? null);
  return {
    element,
    stored,
    fields: fields.value,
    mistake: (field: Field) => (wrong.value?.field === field ? wrong.value.text : null),
    set(change: Partial<SourceFields>) {
      fields.value = { ...fields.value, ...change };
      wrong.value = null;
    },
    forgetSecrets() {
      fields.value = { ...fields.value, ...withoutSecrets };
    },
    /** What the fields say; null when something is missing, which is then pointed at. */
    read(): Draft | null {
      const reading = readDraft(fields.value, stored);
      if (reading.ok) return reading.draft;
      wrong.value = { field: reading.field, text: text.form.mistakes[reading.mistake] };
      element.current?.querySelector<HTMLElement>(`[name=${reading.field}]`)?.focus();
      return null;
    },
  };
}

function startFields(source: SourceView | null): SourceFields {
  if (source === null) return emptyFields;
  const { url, name, dialect, mapping, credentialKind: kind } = source;
  return {
    ...emptyFields,
    ...{ url, name, dialect, kind },
    ...(mapping ? { mapping: showMapping(mapping) } : {}),
  };
}
