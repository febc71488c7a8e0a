import { Switch } from '../Switch.tsx';
import { app } from '../state/app.ts';
import { act } from '../state/bridge.ts';
import { text } from '../text.ts';
import { ShortcutRecorder } from './ShortcutRecorder.tsx';

const words = text.system;

/** How Bellhop sits in the system. */
export function System() {
  if (app.value === null) return null;
  const { startAtLogin: login, shortcut } = app.value;
  return (
    <section class="group">
      <h2>{words.title}</h2>
      {login.can ? (
        <Switch
          label={words.login}
          hint={words.loginText}
          on={login.on}
          onChange={(on) => void act('setStartAtLogin', { on })}
        />
      ) : (
        <p class="hint">{login.text}</p>
      )}
      <ShortcutRecorder shortcut={shortcut} />
    </section>
  );
}
