import type { Hours, Match } from '../../preload/contract.ts';
import { app, sourceById, sources } from '../state/app.ts';
import { TextField } from '../TextField.tsx';
import { text } from '../text.ts';
import { SelectField } from './SelectField.tsx';
import { Span } from './Span.tsx';

const words = text.rules;
const WORKING_HOURS: Hours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

/** What a rule asks of a notice. */
export function RuleMatch(props: { match: Match; onChange: (part: Partial<Match>) => void }) {
  const { match, onChange } = props;
  const line = (part: 'topic' | 'text' | 'regex') => (
    <TextField
      name={`rule-${part}`}
      label={words[part]}
      value={match[part] ?? ''}
      mistake={null}
      onInput={(value) => onChange({ [part]: value === '' ? null : value })}
    />
  );
  return (
    <>
      <SelectField
        label={words.source}
        value={match.source ?? ''}
        options={sourceChoices(match.source)}
        onChange={(source) => onChange({ source: source || null })}
      />
      {line('topic')}
      {line('text')}
      {line('regex')}
      <PriorityAsked match={match} onChange={onChange} />
      <HoursAsked hours={match.hours} onChange={(hours) => onChange({ hours })} />
    </>
  );
}

/** One that was removed stays what the rule asks for, until the person chooses another. */
function sourceChoices(chosen: string | null): [string, string][] {
  const known = sources.value.map(({ id, name }): [string, string] => [id, name]);
  const isGone = chosen !== null && !sourceById(chosen);
  return [
    ['', words.anySource],
    ...known,
    ...(isGone ? [[chosen, words.removedSource] as [string, string]] : []),
  ];
}

function PriorityAsked({ match, onChange }: { match: Match; onChange: (part: Partial<Match>) => void }) {
  const end = (part: 'minPriority' | 'maxPriority', label: string, choices: (1 | 2 | 3 | 4 | 5)[]) => (
    <label>
      {label}
      <select
        aria-label={words[part]}
        value={String(match[part] ?? '')}
        onChange={({ currentTarget: { value } }) => onChange({ [part]: value ? Number(value) : null })}
      >
        <option value="">{words.anyPriority}</option>
        {choices.map((n) => (
          <option key={n} value={n}>
            {text.sounds.priorities[n]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="setting">
      {words.priority}
      <div class="range">
        {end('minPriority', words.atLeast, [2, 3, 4, 5])}
        {end('maxPriority', words.atMost, [1, 2, 3, 4])}
      </div>
    </div>
  );
}

function HoursAsked(props: { hours: Hours | null; onChange: (hours: Hours | null) => void }) {
  const { hours, onChange } = props;
  const zone = app.value?.quietHours.timeZone ?? null;
  return (
    <>
      <SelectField
        label={words.when}
        value={hours ? 'hours' : 'any'}
        options={Object.entries(words.whenOptions)}
        onChange={(when) => onChange(when === 'hours' ? WORKING_HOURS : null)}
      />
      {hours && <Span label={words.hours} hours={hours} onChange={onChange} onRemove={null} />}
      {hours && zone && <p class="hint">{words.zone(zone.replaceAll('_', ' '))}</p>}
    </>
  );
}
