import type { MappingFields as Fields } from './pure/mapping.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';

const words = text.mapping;
const notice = ['title', 'body', 'link', 'id', 'time', 'priority', 'topic'] as const;
const stream = ['item', 'events', 'ignore', 'heartbeatSeconds'] as const;
const catchUp = ['catchUpUrl', 'catchUpAfter', 'catchUpItem'] as const;
const formats = ['text', 'markdown', 'html'] as const;

/** Where in a server's JSON the parts of a notice are. For the few who need it. */
export function MappingFields(props: { fields: Fields; onChange: (change: Partial<Fields>) => void }) {
  const { fields, onChange } = props;
  const line = (name: Exclude<keyof Fields, 'format'>) => (
    <TextField
      key={name}
      name={name}
      label={words.fields[name]}
      value={fields[name]}
      mistake={null}
      number={name === 'heartbeatSeconds'}
      onInput={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <details class="advanced">
      <summary>{words.title}</summary>
      <p class="hint">{words.hint}</p>
      <div class="pairs">{notice.map(line)}</div>
      <fieldset class="field">
        <legend>{words.format}</legend>
        <div class="choice">
          {formats.map((format) => (
            <label key={format}>
              <input
                type="radio"
                name="format"
                checked={fields.format === format}
                onChange={() => onChange({ format })}
              />
              <span>{words.formats[format]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <h2>{words.stream}</h2>
      <div class="pairs">{stream.map(line)}</div>
      <h2>{words.catchUp}</h2>
      <p class="hint">{words.catchUpHint}</p>
      <div class="pairs">{catchUp.map(line)}</div>
    </details>
  );
}
