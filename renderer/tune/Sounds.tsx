import type { Sounds as ByPriority } from '../../preload/contract.ts';
import { Switch } from '../Switch.tsx';
import { text } from '../text.ts';

const words = text.sounds;

/** Which priorities are heard. */
export function Sounds(props: { sounds: ByPriority; onChange: (sounds: ByPriority) => void }) {
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <p class="hint">{words.hint}</p>
      {([5, 4, 3, 2, 1] as const).map((priority) => (
        <Switch
          key={priority}
          label={words.priorities[priority]}
          on={props.sounds[priority] === 'default'}
          onChange={(on) => props.onChange({ ...props.sounds, [priority]: on ? 'default' : 'none' })}
        />
      ))}
    </section>
  );
}
