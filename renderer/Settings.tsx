import type { Preferences, Theme } from '../preload/contract.ts';
import { Switch } from './Switch.tsx';
import { app } from './state/app.ts';
import { act } from './state/bridge.ts';
import { openPane } from './state/places.ts';
import { text } from './text.ts';
import { Keeping } from './tune/Keeping.tsx';
import { QuietHours } from './tune/QuietHours.tsx';
import { System } from './tune/System.tsx';
import { TakeAlong } from './tune/TakeAlong.tsx';

const words = text.settings;
const change = (preferences: Partial<Preferences>) => void act('setPreferences', preferences);

export function Settings() {
  const state = app.value;
  if (state === null) return null;
  const { preferences, paused, secretStorage, version } = state;
  return (
    <>
      <section class="group">
        <h2>{words.toasts}</h2>
        <Switch
          label={words.paused}
          hint={words.pausedText}
          on={paused !== null}
          onChange={(on) => void act('setPaused', { until: on ? 'forever' : null })}
        />
        <Switch
          label={words.hideText}
          hint={words.hideTextText}
          on={preferences.hideToastText}
          onChange={(hideToastText) => change({ hideToastText })}
        />
      </section>
      <QuietHours />
      <section class="group">
        <h2>{words.appearance}</h2>
        <ThemeChoice theme={preferences.theme} />
      </section>
      <section class="group">
        <h2>{words.secrets}</h2>
        <p>{words.secretsText[secretStorage]}</p>
        {secretStorage !== 'keyring' && (
          <Switch
            label={words.inFile}
            hint={words.inFileText}
            on={preferences.storeSecretsInFile}
            onChange={(storeSecretsInFile) => change({ storeSecretsInFile })}
          />
        )}
      </section>
      <Keeping />
      <System />
      <TakeAlong />
      <p class="about">
        {words.version(version)}
        <button type="button" class="quiet" onClick={() => openPane({ kind: 'keys' })}>
          {words.keys}
        </button>
      </p>
    </>
  );
}

function ThemeChoice({ theme }: { theme: Theme }) {
  return (
    <fieldset class="choice">
      <legend class="unseen">{words.theme}</legend>
      {(['system', 'light', 'dark'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="theme"
            value={one}
            checked={theme === one}
            onChange={() => change({ theme: one })}
          />
          <span>{words.themes[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
