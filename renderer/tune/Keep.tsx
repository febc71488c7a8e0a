import type { Preferences } from '../../preload/contract.ts';
import { numberHere } from '../here.ts';
import { text } from '../text.ts';
import { SelectField } from './SelectField.tsx';

const words = text.keep;
const COUNTS = [1_000, 10_000, 100_000];

/** How long, and how much of it, the history is kept. */
export function Keep(props: { preferences: Preferences; onChange: (change: Partial<Preferences>) => void }) {
  const { keepDays, keepCount } = props.preferences;
  const days = Object.entries(words.daysOptions);
  const counts = COUNTS.map((n): [string, string] => [String(n), words.counts(numberHere(n))]);
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <SelectField
        label={words.days}
        value={String(keepDays ?? '')}
        options={[['', words.never], ...withCurrent(days, keepDays)]}
        onChange={(value) => props.onChange({ keepDays: value ? Number(value) : null })}
      />
      <SelectField
        label={words.count}
        value={String(keepCount ?? '')}
        options={[['', words.all], ...withCurrent(counts, keepCount)]}
        onChange={(value) => props.onChange({ keepCount: value ? Number(value) : null })}
      />
      <p class="hint">{words.hint}</p>
    </section>
  );
}

/** A value that came from elsewhere, such as an imported file, is one to choose too. */
function withCurrent(options: [string, string][], current: number | null): [string, string][] {
  const isKnown = current === null || options.some(([value]) => value === String(current));
  return isKnown ? options : [...options, [String(current), numberHere(current)]];
}
