import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Match, NoticeRow, Rule } from '../../preload/contract.ts';
import { newRules } from '../state/drafts.ts';
import { TextField } from '../TextField.tsx';
import { text } from '../text.ts';
import { Likeness } from './Likeness.tsx';
import { RuleAction } from './RuleAction.tsx';
import { RuleMatch } from './RuleMatch.tsx';
import { RulePreview } from './RulePreview.tsx';
import { ruleName } from './ruleName.ts';

const words = text.rules;

/** One rule: what it asks, what it does, and what it would have matched, before it is saved. */
export function RuleEditor(props: {
  rule: Rule;
  /** The notice that it is made from. */
  from?: NoticeRow;
  /** Says why it can’t be saved; null when it is. */
  onSave: (rule: Rule) => Promise<string | null>;
  /** Cancelled, or left with Escape. */
  onClose: () => void;
  /** For a new one: it is kept as a draft, about this notice (null: none), until it is saved or cancelled. */
  draftAbout?: number | null;
}) {
  const { draftAbout } = props;
  const rule = useSignal(props.rule);
  const refusal = useSignal<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const forget = () => {
    if (draftAbout !== undefined) newRules.delete(draftAbout);
  };
  const cancel = () => {
    forget();
    props.onClose();
  };
  const change = (part: Partial<Rule>) => {
    refusal.value = null;
    rule.value = { ...rule.value, ...part };
    if (draftAbout !== undefined) newRules.set(draftAbout, rule.value);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    refusal.value = await props.onSave(rule.value);
    if (refusal.value === null) forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    props.onClose();
  };
  const { name, match, action } = rule.value;
  const ask = (part: Partial<Match>) => change({ match: { ...match, ...part } });
  return (
    <form
      ref={form}
      class="rule-editor"
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <TextField
        name="rule-name"
        label={words.name}
        value={name}
        mistake={null}
        placeholder={ruleName({ ...rule.value, name: '' })}
        onInput={(name) => change({ name })}
      />
      {props.from && <Likeness notice={props.from} match={match} onChange={ask} />}
      <RuleMatch match={match} onChange={ask} />
      <RuleAction action={action} onChange={(action) => change({ action })} />
      <RulePreview rule={rule.value} />
      <p class="mistake" role="alert">
        {refusal.value}
      </p>
      <div class="actions">
        <button type="submit" class="go">
          {words.save}
        </button>
        <button type="button" onClick={cancel}>
          {text.confirm.cancel}
        </button>
      </div>
    </form>
  );
}
