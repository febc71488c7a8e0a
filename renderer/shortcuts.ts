/** The keys as the list of shortcuts shows them, in its order. What they do is in keys.ts and commands.ts. */
import { printed, type System } from './pure/accelerator.ts';
import { platform } from './state/bridge.ts';
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

/** The system, by what prints its keys. */
export function systemHere(): System {
  const system = platform();
  return system === 'darwin' ? 'mac' : system === 'win32' ? 'windows' : 'linux';
}

/** Keys as they are printed on keyboards of this system and language: `Shift+F10` is “Umschalt+F10”, or “⇧F10”. */
export function keyName(keys: string): string {
  return keysOf(keys.split(/(?<=.)\+(?=.)/).map((key) => (key === 'Ctrl' ? 'CommandOrControl' : key)));
}

/** @param keys as Electron writes them */
export function keysOf(keys: string[]): string {
  return printed(keys, systemHere(), text.keys.names);
}
