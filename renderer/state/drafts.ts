/** What is half written, until the window closes: wherever the person goes meanwhile, it is there when they come back. */
import { batch, signal } from '@preact/signals';
import type { Preset, Rule } from '../../preload/contract.ts';
import { emptyFields, type SourceFields } from '../pure/draft.ts';

/** `preset`: what it was begun with. */
export const newSource = {
  fields: signal<SourceFields>(emptyFields),
  preset: signal<Preset | null>(null),
};

/** It was added, or is not wanted. */
export function forgetNewSource(): void {
  batch(() => {
    newSource.fields.value = emptyFields;
    newSource.preset.value = null;
  });
}

/** By the notice that they are made from; null: from none. */
export const newRules = new Map<number | null, Rule>();
