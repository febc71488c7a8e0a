import { expect, test } from 'vitest';
import { requestSchemas } from '../../preload/contract.ts';
import { type Press, printed, readPress } from './accelerator.ts';

const NONE = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

/** `^` Control, `!` Alt, `$` Shift, `#` the system's own key. */
function press(held: string, key: string, code: string): Press {
  const [ctrlKey, altKey, shiftKey, metaKey] = [...'^!$#'].map((mark) => held.includes(mark));
  return { ...NONE, key, code, ...{ ctrlKey, altKey, shiftKey, metaKey } } as Press;
}

test.each([
  ['a letter', press('^!', 'b', 'KeyB'), 'Control+Alt+B'],
  ['a letter in capitals', press('^$', 'B', 'KeyB'), 'Control+Shift+B'],
  ['a letter of another layout, by what is printed', press('^', 'z', 'KeyY'), 'Control+Z'],
  ['a letter that is no Latin one, by its place', press('^!', 'и', 'KeyB'), 'Control+Alt+B'],
  ['a letter that waits for another', press('^!', 'Dead', 'KeyE'), 'Control+Alt+E'],
  ['a digit, whatever Shift makes of it', press('^$', '!', 'Digit1'), 'Control+Shift+1'],
  ['a digit that needs Shift there', press('^', '&', 'Digit1'), 'Control+1'],
  ['a sign', press('^', ',', 'Comma'), 'Control+,'],
  ['a plus, which joins otherwise', press('^', '+', 'BracketRight'), 'Control+Plus'],
  ['the space bar', press('!$', ' ', 'Space'), 'Alt+Shift+Space'],
  ['an arrow', press('^!$#', 'ArrowUp', 'ArrowUp'), 'Control+Alt+Shift+Super+Up'],
  ['Escape with a modifier', press('^', 'Escape', 'Escape'), 'Control+Esc'],
  ['a function key alone', press('', 'F9', 'F9'), 'F9'],
  ['a function key with Shift', press('$', 'F12', 'F12'), 'Shift+F12'],
])('%s is read as Electron and main take it', (_what, pressed, keys) => {
  expect(readPress(pressed, 'linux')).toEqual({ keys });
  expect(requestSchemas.setShortcut.safeParse({ keys }).success).toBe(true);
});

test('on macOS what Option types doesn’t matter, and its key is Command', () => {
  const keys = 'Alt+Command+B';
  expect(readPress(press('!#', '∫', 'KeyB'), 'mac')).toEqual({ keys });
  expect(requestSchemas.setShortcut.safeParse({ keys }).success).toBe(true);
});

test.each([
  ['a letter', press('', 'b', 'KeyB'), 'alone'],
  ['a letter with Shift', press('$', 'B', 'KeyB'), 'alone'],
  ['Enter', press('', 'Enter', 'Enter'), 'alone'],
  ['a key of the number pad', press('^', '1', 'Numpad1'), 'unknown'],
  ['a key without a name', press('^', 'Unidentified', ''), 'unknown'],
  ['a letter that is no key of Electron’s', press('^', 'ü', 'BracketLeft'), 'unknown'],
])('%s is refused: %s', (_what, pressed, refused) => {
  expect(readPress(pressed, 'linux')).toEqual({ refused });
});

test('modifiers are held until a key comes', () => {
  expect(readPress(press('^$', 'Shift', 'ShiftLeft'), 'linux')).toEqual({ held: ['Control', 'Shift'] });
  expect(readPress(press('', 'CapsLock', 'CapsLock'), 'linux')).toEqual({ held: [] });
});

test('each system prints them its own way, in the person’s language', () => {
  const keys = 'Control+Alt+Shift+Super+Up'.split('+');
  expect(printed(keys, 'mac', {})).toBe('⌃⌥⇧⌘↑');
  expect(printed(keys, 'windows', { Ctrl: 'Strg', Shift: 'Umschalt' })).toBe('Strg+Alt+Umschalt+Win+↑');
  expect(printed(keys, 'linux', {})).toBe('Ctrl+Alt+Shift+Super+↑');
  expect(printed(['CommandOrControl', 'Plus'], 'linux', {})).toBe('Ctrl++');
  expect(printed(['CommandOrControl', 'Space'], 'mac', { Space: 'Leertaste' })).toBe('⌘Leertaste');
});
