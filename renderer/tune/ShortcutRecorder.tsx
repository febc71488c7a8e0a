import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { ShortcutState } from '../../preload/contract.ts';
import { heldIn, readPress } from '../pure/accelerator.ts';
import { keysOf, systemHere } from '../shortcuts.ts';
import { announce } from '../state/announce.ts';
import { ask } from '../state/bridge.ts';
import { text } from '../text.ts';

const words = text.system;

/** Keys that bring up the inbox from everywhere: recorded by pressing them. */
export function ShortcutRecorder({ shortcut }: { shortcut: ShortcutState }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  /** The modifiers that are down while it records. */
  const held = useSignal<string[] | null>(null);
  const refusal = useSignal('');
  const isRecording = held.value !== null;

  const save = async (keys: string | null) => {
    held.value = null;
    refusal.value = '';
    button.current?.focus();
    const reply = await ask('setShortcut', { keys });
    if (reply.ok) announce(words.shortcutIs(keys === null ? words.noShortcut : printedKeys(keys)));
    else refusal.value = reply.error;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording) return;
    const mods = heldIn(event, systemHere());
    // Tab goes on, as everywhere.
    if (event.key === 'Tab' && mods.every((one) => one === 'Shift')) return;
    event.preventDefault();
    if (event.repeat) return;
    if (mods.length > 0) take(event);
    else if (event.key === 'Escape') held.value = null;
    else if (['Backspace', 'Delete'].includes(event.key)) void save(null);
    else take(event);
  };
  const take = (event: KeyboardEvent) => {
    const reading = readPress(event, systemHere());
    if ('keys' in reading) return void save(reading.keys);
    if ('held' in reading) held.value = reading.held;
    else refusal.value = whyRefused(reading.refused);
  };
  const record = () => {
    refusal.value = '';
    held.value = isRecording ? null : [];
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of one setting, as all of them.
    <div class="shortcut" role="group" aria-labelledby={id}>
      <div class="setting">
        <span id={id}>{words.shortcut}</span>
        <div class="recorder">
          <Shown keys={shortcut.keys} held={held.value} />
          <button
            type="button"
            ref={button}
            aria-describedby={`${id}-says`}
            onClick={record}
            onKeyDown={onKeyDown}
            onKeyUp={(event) => {
              if (isRecording) held.value = heldIn(event, systemHere());
            }}
            onBlur={() => {
              held.value = null;
            }}
          >
            {isRecording ? text.confirm.cancel : words.record}
          </button>
          {shortcut.keys !== null && !isRecording && (
            <button type="button" class="quiet" onClick={() => void save(null)}>
              {words.removeShortcut}
            </button>
          )}
        </div>
      </div>
      <div class={refusal.value ? 'mistake' : 'hint'} id={`${id}-says`} role="status">
        {refusal.value || (isRecording ? words.recording : (shortcut.text ?? words.shortcutText))}
      </div>
    </div>
  );
}

const whyRefused = (why: 'alone' | 'unknown') =>
  why === 'alone' ? words.refused.alone(keysOf(['Control']), keysOf(['Alt'])) : words.refused.unknown;

const printedKeys = (keys: string) => keysOf(keys.split('+'));

function Shown({ keys, held }: { keys: string | null; held: string[] | null }) {
  if (held === null)
    return keys ? <kbd>{printedKeys(keys)}</kbd> : <span class="hint">{words.noShortcut}</span>;
  return <kbd class="recording">{held.length > 0 ? keysOf([...held, '…']) : words.pressKeys}</kbd>;
}
