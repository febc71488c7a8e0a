import { useId } from 'preact/hooks';
import type { Density, Preferences, TextSize, Theme } from '../../preload/contract.ts';
import { language, text } from '../text.ts';

const words = text.settings;
const themes: Theme[] = ['system', 'light', 'dark', 'contrast'];
const densities: Density[] = ['comfortable', 'compact'];
const textSizes: TextSize[] = [85, 100, 115, 130, 150, 200];

/** How the window looks; each choice is seen at once. */
export function Appearance(props: {
  preferences: Preferences;
  onChange: (preferences: Partial<Preferences>) => void;
}) {
  const { theme, density, textSize } = props.preferences;
  const percent = new Intl.NumberFormat(language.value, { style: 'percent' });
  return (
    <>
      <Choice
        label={words.theme}
        value={theme}
        options={themes.map((one) => [one, words.themes[one]])}
        onChange={(theme) => props.onChange({ theme })}
      />
      <Choice
        label={words.density}
        value={density}
        options={densities.map((one) => [one, words.densities[one]])}
        onChange={(density) => props.onChange({ density })}
      />
      <Choice
        label={words.textSize}
        value={textSize}
        options={textSizes.map((one) => [one, percent.format(one / 100)])}
        onChange={(textSize) => props.onChange({ textSize })}
      />
    </>
  );
}

/** A few exclusive options, all in view. */
function Choice<T extends string | number>(props: {
  label: string;
  value: T;
  options: [value: T, label: string][];
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div class="setting">
      <span id={id}>{props.label}</span>
      <div class="choice" role="radiogroup" aria-labelledby={id}>
        {props.options.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
