import { KindFields } from './KindFields.tsx';
import type { SourceFields } from './pure/draft.ts';
import { text } from './text.ts';
import type { Doubtful } from './useAddSource.ts';

/** It can't be told what an address is: why, and what a person can say or do about it. */
export function Doubt(props: {
  result: Doubtful;
  fields: SourceFields;
  onChange: (change: Partial<SourceFields>) => void;
}) {
  const { result, fields, onChange } = props;
  return (
    <section class="doubt">
      <div class="trouble" role="alert">
        {result.text}
        {result.detail && <span class="hint">{result.detail}</span>}
      </div>
      {result.signIn && <p class="hint">{text.add.signInHint}</p>}
      {!result.signIn && result.assume && (
        <KindFields
          legend={text.add.anywayAs}
          dialect={fields.dialect}
          mapping={fields.mapping}
          onDialect={(dialect) => onChange({ dialect })}
          onMapping={(change) => onChange({ mapping: { ...fields.mapping, ...change } })}
        />
      )}
    </section>
  );
}
