import { keyName, type Shortcut, shortcuts } from './shortcuts.ts';
import { text } from './text.ts';

export function KeyList() {
  return (
    <dl class="key-list">
      {(Object.keys(shortcuts) as Shortcut[]).map((name) => (
        <div key={name}>
          <dt>{text.keys.list[name]}</dt>
          <dd>
            {shortcuts[name].map((key) => (
              <kbd key={key}>{keyName(key)}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
