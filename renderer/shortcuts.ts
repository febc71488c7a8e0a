/** The keys as the list of shortcuts shows them, in its order. What they do is in keys.ts and commands.ts. */
import { text } from './text.ts';

export const shortcuts = {
  next: ['j', '↓'],
  previous: ['k', '↑'],
  open: ['Enter', 'o'],
  read: ['r'],
  unread: ['u'],
  choose: ['x'],
  chooseRange: ['Shift+j', 'Shift+↓'],
  chooseAll: ['Ctrl+a'],
  copy: ['c'],
  rule: ['t'],
  menu: ['m', 'Shift+F10'],
  archive: ['e'],
  snooze: ['s'],
  delete: ['#', 'Delete'],
  undo: ['z'],
  search: ['/'],
  goToList: ['g', 'i', 'u', 's', 'a'],
  goToSource: ['g', '1–9'],
  moveSource: ['Alt+↑', 'Alt+↓'],
  textSize: ['Ctrl++', 'Ctrl+-', 'Ctrl+0'],
  close: ['Esc'],
  help: ['?'],
} as const;
export type Shortcut = keyof typeof shortcuts;

/** A key as it is printed on keyboards of this language: `Shift+F10` is “Umschalt+F10”. */
export function keyName(key: string): string {
  const names: Record<string, string> = text.keys.names;
  return key
    .split(/(?<=.)\+(?=.)/)
    .map((one) => names[one] ?? one)
    .join('+');
}
