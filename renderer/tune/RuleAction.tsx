import type { RuleAction as Action, Sound } from '../../preload/contract.ts';
import { blankAction } from '../pure/rule.ts';
import { text } from '../text.ts';
import { SelectField } from './SelectField.tsx';

const words = text.rules;

/** What a rule does with a notice. */
export function RuleAction(props: { action: Action; onChange: (action: Action) => void }) {
  const { action, onChange } = props;
  return (
    <>
      <SelectField
        label={words.action}
        value={action.kind}
        options={Object.entries(words.actions)}
        onChange={(kind) => onChange(blankAction(kind as Action['kind']))}
      />
      {action.kind === 'sound' && (
        <SelectField
          label={words.sound}
          value={action.sound}
          options={Object.entries(words.soundChoices)}
          onChange={(sound) => onChange({ kind: 'sound', sound: sound as Sound })}
        />
      )}
      {action.kind === 'hold' && (
        <label class="setting">
          {words.until}
          <input
            type="time"
            value={action.until}
            onChange={({ currentTarget }) => onChange({ kind: 'hold', until: currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}
