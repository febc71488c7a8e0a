import { Switch } from './Switch.tsx';
import { app } from './state/app.ts';
import { openPane } from './state/places.ts';
import { prefer } from './state/preferences.ts';
import { text } from './text.ts';
import { Appearance } from './tune/Appearance.tsx';
import { Keep } from './tune/Keep.tsx';
import { LanguageChoice } from './tune/LanguageChoice.tsx';
import { PauseChoice } from './tune/PauseChoice.tsx';
import { QuietHours } from './tune/QuietHours.tsx';
import { Rules } from './tune/Rules.tsx';
import { Sounds } from './tune/Sounds.tsx';
import { System } from './tune/System.tsx';
import { TakeAlong } from './tune/TakeAlong.tsx';

const words = text.settings;

export function Settings() {
  const state = app.value;
  if (state === null) return null;
  const { preferences, paused, secretStorage, version } = state;
  return (
    <>
      <section class="group">
        <h2>{words.toasts}</h2>
        <p>{words.pausedText}</p>
        <PauseChoice paused={paused} />
        <Switch
          label={words.hideText}
          hint={words.hideTextText}
          on={preferences.hideToastText}
          onChange={(hideToastText) => prefer({ hideToastText })}
        />
      </section>
      <QuietHours />
      <Rules />
      <Sounds sounds={preferences.sounds} onChange={(sounds) => prefer({ sounds })} />
      <section class="group">
        <h2>{words.appearance}</h2>
        <Appearance preferences={preferences} onChange={prefer} />
        <LanguageChoice choice={preferences.language} onChange={(language) => prefer({ language })} />
      </section>
      <Keep preferences={preferences} onChange={prefer} />
      <section class="group">
        <h2>{words.secrets}</h2>
        <p>{words.secretsText[secretStorage]}</p>
        {secretStorage !== 'keyring' && (
          <Switch
            label={words.inFile}
            hint={words.inFileText}
            on={preferences.storeSecretsInFile}
            onChange={(storeSecretsInFile) => prefer({ storeSecretsInFile })}
          />
        )}
      </section>
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
