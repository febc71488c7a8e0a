/** The row that the pointer is on, or whose tools it is on. */
import { signal } from '@preact/signals';

export const pointed = signal<{ id: number; top: number } | null>(null);
