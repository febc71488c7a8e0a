/** The one menu that may be open. */
import { signal } from '@preact/signals';
import { startEdge } from '../sides.ts';

export type MenuItem = {
  label: string;
  /** The keys that do the same, to learn them by. */
  keys?: readonly string[];
  /** One of several that exclude each other, chosen or not. */
  checked?: boolean;
  /** A line above it parts it from what comes before. */
  parted?: boolean;
  run: () => void;
};

export type OpenMenu = { label: string; items: MenuItem[]; at: { x: number; y: number } };

export const menu = signal<OpenMenu | null>(null);

/** Opens below an element, or at a point. */
export function openMenu(label: string, items: MenuItem[], at: Element | { x: number; y: number }): void {
  if (items.length === 0) return;
  if (!(at instanceof Element)) {
    menu.value = { label, items, at };
    return;
  }
  menu.value = { label, items, at: { x: startEdge(at), y: at.getBoundingClientRect().bottom + 4 } };
}
