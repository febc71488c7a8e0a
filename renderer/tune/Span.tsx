import type { Hours } from '../../preload/contract.ts';
import { text } from '../text.ts';
import { longDay, shortDay } from './dayNames.ts';

const words = text.quiet;
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** One span of hours: the days it begins on, from when and to when. */
export function Span(props: {
  label: string;
  hours: Hours;
  onChange: (hours: Hours) => void;
  onRemove: (() => void) | null;
}) {
  const { label, hours, onChange, onRemove } = props;
  const toggle = (day: number, on: boolean) =>
    onChange({ ...hours, days: on ? [...hours.days, day] : hours.days.filter((other) => other !== day) });
  return (
    <fieldset class="field span">
      <legend class="unseen">{label}</legend>
      <fieldset class="choice days">
        <legend class="unseen">{words.days}</legend>
        {MONDAY_FIRST.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              aria-label={longDay(day)}
              checked={hours.days.includes(day)}
              onChange={(event) => toggle(day, event.currentTarget.checked)}
            />
            <span>{shortDay(day)}</span>
          </label>
        ))}
      </fieldset>
      <div class="clocks">
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {words[end]}
            <input
              type="time"
              value={hours[end]}
              onChange={(event) => onChange({ ...hours, [end]: event.currentTarget.value })}
            />
          </label>
        ))}
        {onRemove && (
          <button type="button" class="quiet" onClick={onRemove}>
            {words.remove}
          </button>
        )}
      </div>
    </fieldset>
  );
}
