import { Switch } from '../Switch.tsx';
import { app } from '../state/app.ts';
import { act } from '../state/bridge.ts';
import { text } from '../text.ts';

const words = text.system;

/** How Bellhop sits in the system. */
export function System() {
  const login = app.value?.startAtLogin;
  if (!login) return null;
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
      <Shortcut />
    </section>
  );
}

/** Keys that bring up the inbox from everywhere. Saved with Enter or on leaving the field. */
function Shortcut() {
  const shortcut = app.value?.shortcut;
  if (!shortcut) return null;
  const save = (keys: string) => {
    const next = keys.trim() === '' ? null : keys.trim();
    if (next !== shortcut.keys) void act('setShortcut', { keys: next });
  };
  return (
    <label class="field">
      {words.shortcut}
      <input
        type="text"
        value={shortcut.keys ?? ''}
        placeholder="Control+Alt+B"
        spellcheck={false}
        onChange={({ currentTarget }) => save(currentTarget.value)}
      />
      <span class="hint">{shortcut.text ?? words.shortcutText}</span>
    </label>
  );
}
