import { text } from './text.ts';

export function KeyList() {
  return (
    <dl class="key-list">
      {text.keys.list.map(([what, keys]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
