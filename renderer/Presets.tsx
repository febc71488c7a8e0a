import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Preset } from '../preload/contract.ts';
import { ask } from './state/bridge.ts';
import { text } from './text.ts';

/** Servers whose address and way of speaking are known beforehand. */
export function Presets(props: { chosen: Preset | null; onChoose: (preset: Preset) => void }) {
  const presets = useSignal<Preset[]>([]);
  useEffect(() => {
    void ask('getPresets', {}).then((reply) => {
      if (reply.ok) presets.value = reply.value;
    });
  }, []);
  if (presets.value.length === 0) return null;
  return (
    <div class="presets">
      <p class="hint">
        {text.add.presets}
        {presets.value.map((preset) => (
          <button
            type="button"
            class="link"
            key={preset.id}
            aria-pressed={preset.id === props.chosen?.id}
            onClick={() => props.onChoose(preset)}
          >
            {preset.name}
          </button>
        ))}
      </p>
      {props.chosen && <p class="hint">{text.add.presetHint(props.chosen.hint)}</p>}
    </div>
  );
}
