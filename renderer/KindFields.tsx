import type { DialectName } from '../preload/contract.ts';
import { MappingFields } from './MappingFields.tsx';
import type { MappingFields as Fields } from './pure/mapping.ts';
import { text } from './text.ts';

const words = text.form;
const dialects = Object.keys(words.dialects) as DialectName[];

/** What kind of server it is; for one that Bellhop knows nothing of, how to read it. */
export function KindFields(props: {
  legend: string;
  dialect: DialectName;
  mapping: Fields;
  onDialect: (dialect: DialectName) => void;
  onMapping: (change: Partial<Fields>) => void;
}) {
  const { dialect } = props;
  return (
    <>
      <fieldset class="field">
        <legend>{props.legend}</legend>
        <div class="choice">
          {dialects.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="dialect"
                checked={dialect === one}
                onChange={() => props.onDialect(one)}
              />
              <span>{words.dialects[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {dialect === 'json' && <MappingFields fields={props.mapping} onChange={props.onMapping} />}
    </>
  );
}
