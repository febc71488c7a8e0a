import type { Credential } from '../preload/contract.ts';
import { type Field, isUntouched, type SourceFields } from './pure/draft.ts';
import { Switch } from './Switch.tsx';
import { app } from './state/app.ts';
import { prefer } from './state/preferences.ts';
import { TextField } from './TextField.tsx';
import { text } from './text.ts';

const words = text.form;
const kinds: Credential['kind'][] = ['none', 'session', 'bearer', 'basic', 'cookie'];

/** How one signs in: the kind, its fields, and where the secret will be kept. */
export function CredentialFields(props: {
  fields: SourceFields;
  stored: Credential['kind'] | null;
  mistake: (field: Field) => string | null;
  onChange: (change: Partial<SourceFields>) => void;
}) {
  const { fields, stored, onChange } = props;
  const keep = fields.kind === stored && isUntouched(fields) ? words.stored : '';
  const line = (field: Exclude<Field, 'url' | 'name'>, secret: boolean, placeholder: string) => (
    <TextField
      key={field}
      name={field}
      label={words[field]}
      value={fields[field]}
      mistake={props.mistake(field)}
      placeholder={placeholder}
      secret={secret}
      onInput={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <>
      <fieldset class="field">
        <legend>{words.credential}</legend>
        <div class="choice">
          {kinds.map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={fields.kind === kind}
                onChange={() => onChange({ kind })}
              />
              <span>{words.kinds[kind]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {fields.kind === 'bearer' && line('token', true, keep)}
      {fields.kind === 'basic' && line('user', false, keep)}
      {fields.kind === 'basic' && line('password', true, keep)}
      {fields.kind === 'cookie' && line('cookie', true, keep || words.cookieHint)}
      {fields.kind !== 'none' && <SecretNote />}
    </>
  );
}

function SecretNote() {
  const storage = app.value?.secretStorage;
  if (storage === undefined) return null;
  return (
    <>
      <p class="hint">{words.secrets[storage]}</p>
      {storage === 'session' && (
        <Switch
          label={words.keepInFile}
          on={app.value?.preferences.storeSecretsInFile ?? false}
          onChange={(storeSecretsInFile) => prefer({ storeSecretsInFile })}
        />
      )}
    </>
  );
}
