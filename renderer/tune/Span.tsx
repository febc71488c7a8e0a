import { computed } from '@preact/signals';
import type { Hours } from '../../preload/contract.ts';
import { locale } from '../here.ts';
import { text } from '../text.ts';

const words = text.quiet;
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const dayFormats = computed(() =>
  (['short', 'long'] as const).map(
    (weekday) => new Intl.DateTimeFormat(locale.value, { weekday, timeZone: 'UTC' }),
  ),
);
/** 4 January 1970 was a Sunday. */
const nameOfDay = (day: number) =>
  dayFormats.value.map((format) => format.format(Date.UTC(1970, 0, 4 + day)));

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
        {MONDAY_FIRST.map((day) => {
          const [short, long] = nameOfDay(day);
          return (
            <label key={day}>
              <input
                type="checkbox"
                aria-label={long}
                checked={hours.days.includes(day)}
                onChange={(event) => toggle(day, event.currentTarget.checked)}
              />
              <span>{short}</span>
            </label>
          );
        })}
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
