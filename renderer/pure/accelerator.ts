/**
 * Keys as Electron writes them, https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts: read from what is pressed,
 * and printed as the system prints them.
 */

export type System = 'mac' | 'windows' | 'linux';

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** `held`: modifiers, and no key with them yet. `alone`: what would be taken away from typing everywhere. */
export type Reading = { held: string[] } | { keys: string } | { refused: 'alone' | 'unknown' };

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'Hyper', 'Super', 'OS'];
const FUNCTION_KEY = /^F(?:[1-9]|1\d|2[0-4])$/;
/** Names that differ from those of the DOM; the same ones stand for themselves. */
const NAMED: Record<string, string> = {
  ' ': 'Space',
  '+': 'Plus',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
const SAME = /^(?:[`\-=[\]\\;',./]|Tab|Backspace|Delete|Insert|Enter|Home|End|PageUp|PageDown)$/;

export function readPress(press: Press, system: System): Reading {
  const held = heldIn(press, system);
  if (MODIFIERS.includes(press.key)) return { held };
  const key = keyOf(press);
  if (key === null) return { refused: 'unknown' };
  const mayStandAlone = FUNCTION_KEY.test(key);
  if (!mayStandAlone && held.every((one) => one === 'Shift')) return { refused: 'alone' };
  return { keys: [...held, key].join('+') };
}

/** Those that are down, in the order in which every system lists them. */
export function heldIn(press: Omit<Press, 'key' | 'code'>, system: System): string[] {
  const down: [boolean, string][] = [
    [press.ctrlKey, 'Control'],
    [press.altKey, 'Alt'],
    [press.shiftKey, 'Shift'],
    [press.metaKey, system === 'mac' ? 'Command' : 'Super'],
  ];
  return down.flatMap(([is, name]) => (is ? [name] : []));
}

/** By what is printed on it; by its place where that is no Latin letter, or Option or Shift make something else of it. */
function keyOf({ key, code }: Press): string | null {
  // Electron calls the number pad's keys otherwise, and not on all systems.
  if (code.startsWith('Numpad')) return null;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (FUNCTION_KEY.test(key) || SAME.test(key)) return key;
  return NAMED[key] ?? /^Key([A-Z])$/.exec(code)?.[1] ?? null;
}

const PRINTED: Record<string, string> = { Plus: '+', Up: '↑', Down: '↓', Left: '←', Right: '→' };
const PRINTED_BY: Record<System, Record<string, string>> = {
  mac: {
    ...{ CommandOrControl: '⌘', Command: '⌘', Super: '⌘', Meta: '⌘', Control: '⌃' },
    ...{ Alt: '⌥', Option: '⌥', Shift: '⇧', Enter: '↩', Backspace: '⌫', Delete: '⌦', Tab: '⇥' },
  },
  windows: { CommandOrControl: 'Ctrl', Control: 'Ctrl', Option: 'Alt', Super: 'Win', Meta: 'Win' },
  linux: { CommandOrControl: 'Ctrl', Control: 'Ctrl', Option: 'Alt', Meta: 'Super' },
};

/** @param names how this language calls keys that are called otherwise elsewhere */
export function printed(keys: string[], system: System, names: Record<string, string>): string {
  const each = keys.map((key) => {
    const name = PRINTED[key] ?? PRINTED_BY[system][key] ?? key;
    return names[name] ?? name;
  });
  return each.join(system === 'mac' ? '' : '+');
}
