import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Match, Rule, RuleAction } from '../../preload/contract.ts';
import { headline } from '../pure/headline.ts';
import { blankAction } from '../pure/rule.ts';
import { sources } from '../state/app.ts';
import { ask } from '../state/bridge.ts';
import { TextField } from '../TextField.tsx';
import { text } from '../text.ts';
import { SelectField } from './SelectField.tsx';

const words = text.rules;
const KINDS = Object.keys(words.actions) as RuleAction['kind'][];
/** So long after the last key it is tried on the history. */
const TRY_MS = 300;

/** One rule: what it asks, what it does, and what it would have matched, before it is saved. */
export function RuleEditor(props: {
  rule: Rule;
  onSave: (rule: Rule) => Promise<string | null>;
  onCancel: () => void;
}) {
  const rule = useSignal(props.rule);
  const refusal = useSignal<string | null>(null);
  const match = (part: Partial<Match>) => {
    refusal.value = null;
    rule.value = { ...rule.value, match: { ...rule.value.match, ...part } };
  };
  const line = (part: 'topic' | 'text' | 'regex') => (
    <TextField
      name={`rule-${part}`}
      label={words[part]}
      value={rule.value.match[part] ?? ''}
      mistake={null}
      onInput={(value) => match({ [part]: value === '' ? null : value })}
    />
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    refusal.value = await props.onSave(rule.value);
  };
  return (
    <form class="rule-editor" onSubmit={(event) => void submit(event)}>
      <TextField
        name="rule-name"
        label={words.name}
        value={rule.value.name}
        mistake={null}
        onInput={(name) => (rule.value = { ...rule.value, name })}
      />
      <SelectField
        label={words.source}
        value={rule.value.match.source ?? ''}
        options={[
          ['', words.anySource],
          ...sources.value.map(({ id, name }): [string, string] => [id, name]),
        ]}
        onChange={(source) => match({ source: source || null })}
      />
      {line('topic')}
      {line('text')}
      {line('regex')}
      <SelectField
        label={words.minPriority}
        value={String(rule.value.match.minPriority ?? '')}
        options={[['', words.anyPriority], ...['2', '3', '4', '5'].map((n): [string, string] => [n, n])]}
        onChange={(value) => match({ minPriority: value ? Number(value) : null })}
      />
      <ActionFields
        action={rule.value.action}
        onChange={(action) => (rule.value = { ...rule.value, action })}
      />
      <Preview rule={rule.value} />
      {refusal.value && (
        <p class="mistake" role="alert">
          {refusal.value}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="go">
          {words.save}
        </button>
        <button type="button" onClick={props.onCancel}>
          {text.confirm.cancel}
        </button>
      </div>
    </form>
  );
}

function ActionFields(props: { action: RuleAction; onChange: (action: RuleAction) => void }) {
  const { action, onChange } = props;
  return (
    <>
      <SelectField
        label={words.action}
        value={action.kind}
        options={KINDS.map((kind): [string, string] => [kind, words.actions[kind]])}
        onChange={(kind) => onChange(blankAction(kind as RuleAction['kind']))}
      />
      {action.kind === 'hold' && (
        <label class="setting">
          {words.until}
          <input
            type="time"
            value={action.until}
            onChange={({ currentTarget }) => {
              if (currentTarget.value) onChange({ kind: 'hold', until: currentTarget.value });
            }}
          />
        </label>
      )}
    </>
  );
}

/** What it would have matched in the newest part of the history. */
function Preview({ rule }: { rule: Rule }) {
  const said = useSignal('');
  const sample = useSignal<string[]>([]);
  const asked = JSON.stringify(rule.match);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const reply = await ask('previewRule', { rule });
      if (stale) return;
      said.value = reply.ok ? words.preview(reply.value.matched, reply.value.looked) : reply.error;
      sample.value = reply.ok ? reply.value.sample.slice(0, 5).map((row) => headline(row).title) : [];
    }, TRY_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <div class="rule-preview" role="status">
      <p>{said.value}</p>
      <ul>
        {sample.value.map((title, index) => (
          <li key={`${index} ${title}`}>{title}</li>
        ))}
      </ul>
    </div>
  );
}
