import type { Hours, QuietHours as Quiet } from '../../preload/contract.ts';
import { timeHere } from '../here.ts';
import { Switch } from '../Switch.tsx';
import { app } from '../state/app.ts';
import { act } from '../state/bridge.ts';
import { text } from '../text.ts';

const words = text.quiet;
const set = (quietHours: Quiet) => void act('setQuietHours', quietHours);
const WORKDAYS_NIGHT: Hours = { days: [0, 1, 2, 3, 4, 5, 6], from: '22:00', to: '07:00' };

/** When no toasts rise, and what comes meanwhile is told in one when it is over. */
export function QuietHours() {
  const quiet = app.value?.quietHours;
  if (!quiet) return null;
  const change = (part: Partial<Quiet>) => set({ ...quiet, ...part });
  const turn = (enabled: boolean) =>
    change({ enabled, hours: quiet.hours.length === 0 ? [WORKDAYS_NIGHT] : quiet.hours });
  const until = app.value?.quietUntil ?? null;
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <Switch label={words.enabled} hint={words.enabledText} on={quiet.enabled} onChange={turn} />
      {quiet.enabled && (
        <>
          {until !== null && <p class="hint">{words.now(timeHere.dayAndClock(until, Date.now()))}</p>}
          {quiet.hours.map((hours, index) => (
            <Span
              key={index}
              hours={hours}
              onChange={(next) => change({ hours: quiet.hours.with(index, next) })}
              onRemove={
                quiet.hours.length > 1 ? () => change({ hours: quiet.hours.toSpliced(index, 1) }) : null
              }
            />
          ))}
          <button type="button" onClick={() => change({ hours: [...quiet.hours, WORKDAYS_NIGHT] })}>
            {words.add}
          </button>
          <Switch
            label={words.urgent}
            hint={words.urgentText}
            on={quiet.urgentPasses}
            onChange={(urgentPasses) => change({ urgentPasses })}
          />
        </>
      )}
    </section>
  );
}

function Span(props: { hours: Hours; onChange: (hours: Hours) => void; onRemove: (() => void) | null }) {
  const { hours, onChange, onRemove } = props;
  const turn = (day: number) => {
    const days = hours.days.includes(day) ? hours.days.filter((one) => one !== day) : [...hours.days, day];
    if (days.length > 0) onChange({ ...hours, days: days.sort() });
  };
  const time = (part: 'from' | 'to') => (
    <label>
      {words[part]}
      <input
        type="time"
        value={hours[part]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value) onChange({ ...hours, [part]: currentTarget.value });
        }}
      />
    </label>
  );
  return (
    <fieldset class="span">
      <legend class="unseen">{words.span}</legend>
      <div class="days">
        {[1, 2, 3, 4, 5, 6, 0].map((day) => (
          <label key={day}>
            <input type="checkbox" checked={hours.days.includes(day)} onChange={() => turn(day)} />
            <span>{dayName.format(new Date(Date.UTC(2023, 0, 1 + day)))}</span>
          </label>
        ))}
      </div>
      <div class="times">
        {time('from')}
        {time('to')}
        {onRemove && (
          <button type="button" onClick={onRemove}>
            {words.remove}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** The first of January 2023 was a Sunday. */
const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' });
