/** The one question the window may ask before it does something that can't be undone. */
import { signal } from '@preact/signals';

export type Question = {
  title: string;
  text: string;
  answers: { label: string; danger: boolean; run: () => void }[];
};

export const question = signal<Question | null>(null);
