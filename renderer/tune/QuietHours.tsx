import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Hours, QuietHours as Quiet } from '../../preload/contract.ts';
import { Switch } from '../Switch.tsx';
import { app } from '../state/app.ts';
import { ask } from '../state/bridge.ts';
import { change } from '../state/change.ts';
import { text } from '../text.ts';
import { SelectField } from './SelectField.tsx';
import { Span } from './Span.tsx';

const words = text.quiet;
const NIGHT: Hours = { days: [0, 1, 2, 3, 4, 5, 6], from: '22:00', to: '07:00' };
const MOST = 20;

type Refused = { quiet: Quiet; text: string };

/** Each change holds at once; one that is refused stays in the fields, and why stands below. */
export function QuietHours() {
  const refused = useSignal<Refused | null>(null);
  const last = useRef<Quiet | null>(null);
  const inFields = () => refused.value?.quiet ?? app.value?.quietHours;
  const quiet = inFields();
  if (quiet === undefined) return null;
  const { enabled, hours, timeZone, urgentPasses } = quiet;
  const set = (part: Partial<Quiet>) => {
    const quietHours = { ...(inFields() ?? quiet), ...part };
    last.current = quietHours;
    if (refused.value) refused.value = { ...refused.value, quiet: quietHours };
    return change({ quietHours }, async () => {
      const reply = await ask('setQuietHours', quietHours);
      // Before the window goes back to what main has.
      if (last.current === quietHours)
        refused.value = reply.ok ? null : { quiet: quietHours, text: reply.error };
      return reply;
    });
  };
  const replace = (at: number, span: Hours[]) => void set({ hours: hours.toSpliced(at, 1, ...span) });
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <Switch
        label={words.on}
        hint={words.onText}
        on={enabled}
        onChange={(enabled) => void set({ enabled, hours: hours.length > 0 ? hours : [NIGHT] })}
      />
      {enabled && (
        <>
          {hours.map((span, at) => (
            <Span
              key={at}
              label={words.span(at + 1)}
              hours={span}
              onChange={(span) => replace(at, [span])}
              onRemove={hours.length > 1 ? () => replace(at, []) : null}
            />
          ))}
          <p class="outcome refused" role="status">
            {refused.value?.text}
          </p>
          {hours.length < MOST && (
            <button type="button" onClick={() => void set({ hours: [...hours, NIGHT] })}>
              {words.add}
            </button>
          )}
          <SelectField
            label={words.zone}
            value={timeZone ?? ''}
            options={[
              ['', words.systemZone],
              ...zones(timeZone).map((zone): [string, string] => [zone, zone.replaceAll('_', ' ')]),
            ]}
            onChange={(zone) => void set({ timeZone: zone || null })}
          />
          <Switch
            label={words.urgent}
            on={urgentPasses}
            onChange={(urgentPasses) => void set({ urgentPasses })}
          />
        </>
      )}
    </section>
  );
}

/** Those of this system; with the chosen one, should it be none of them. */
function zones(chosen: string | null): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen === null || known.includes(chosen) ? known : [chosen, ...known];
}
