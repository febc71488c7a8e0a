import type { TestResult } from '../preload/contract.ts';
import { KindFields } from './KindFields.tsx';
import type { SourceFields } from './pure/draft.ts';
import { text } from './text.ts';

/** The server did not say what it is. */
export type Doubtful = Extract<TestResult, { ok: false }>;

/** What to do when it can't be told what an address is: sign in, or say it oneself. */
export function Doubt(props: {
  result: Doubtful;
  fields: SourceFields;
  onChange: (change: Partial<SourceFields>) => void;
  onAdd: (signIn: boolean) => void;
}) {
  const { result, fields, onChange, onAdd } = props;
  return (
    <section class="doubt">
      <div class="trouble" role="alert">
        {result.text}
        {result.detail && <span class="hint">{result.detail}</span>}
      </div>
      {result.signIn ? (
        <>
          <p class="hint">{text.add.signInHint}</p>
          <button type="button" class="go" onClick={() => onAdd(true)}>
            {text.add.andSignIn}
          </button>
        </>
      ) : (
        <>
          <KindFields
            legend={text.add.anywayAs}
            dialect={fields.dialect}
            mapping={fields.mapping}
            onDialect={(dialect) => onChange({ dialect })}
            onMapping={(change) => onChange({ mapping: { ...fields.mapping, ...change } })}
          />
          <button type="button" onClick={() => onAdd(false)}>
            {text.add.anyway}
          </button>
        </>
      )}
    </section>
  );
}
