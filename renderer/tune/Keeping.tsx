import { app } from '../state/app.ts';
import { act } from '../state/bridge.ts';
import { text } from '../text.ts';

const words = text.keeping;
const DAYS = [null, 30, 90, 365] as const;
const COUNTS = [null, 10_000, 100_000, 1_000_000] as const;

/** How much of the history is kept; what is unread or snoozed always is. */
export function Keeping() {
  const preferences = app.value?.preferences;
  if (!preferences) return null;
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <p class="hint">{words.text}</p>
      <Choice
        label={words.days}
        value={preferences.keepDays}
        choices={DAYS}
        name={(days) => (days === null ? words.always : words.forDays(days))}
        onChange={(keepDays) => void act('setPreferences', { keepDays })}
      />
      <Choice
        label={words.count}
        value={preferences.keepCount}
        choices={COUNTS}
        name={(count) => (count === null ? words.all : words.newest(count))}
        onChange={(keepCount) => void act('setPreferences', { keepCount })}
      />
    </section>
  );
}

/** One of a few numbers, or none; one that is set otherwise (by an import) is offered too. */
function Choice(props: {
  label: string;
  value: number | null;
  choices: readonly (number | null)[];
  name: (value: number | null) => string;
  onChange: (value: number | null) => void;
}) {
  const { value, choices } = props;
  const offered = choices.includes(value) ? choices : [...choices, value];
  return (
    <label class="field">
      {props.label}
      <select
        value={String(value)}
        onChange={({ currentTarget }) =>
          props.onChange(currentTarget.value === 'null' ? null : Number(currentTarget.value))
        }
      >
        {offered.map((one) => (
          <option key={String(one)} value={String(one)}>
            {props.name(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
