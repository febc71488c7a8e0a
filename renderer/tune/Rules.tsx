import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Rule, RuleView } from '../../preload/contract.ts';
import { blankRule, withoutCounts } from '../pure/rule.ts';
import { app } from '../state/app.ts';
import { newRules } from '../state/drafts.ts';
import { saveRule } from '../state/rules.ts';
import { text } from '../text.ts';
import { useFocusAfterMove } from '../useFocusAfterMove.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleItem } from './RuleItem.tsx';

const words = text.rules;

/** The person's own rules in their order. One of them, or a new one, may be open for editing at its place. */
export function Rules() {
  const editing = useSignal<Rule | null>(null);
  const list = useRef<HTMLElement>(null);
  const rules = app.value?.rules ?? [];
  const keepFocus = useFocusAfterMove(rules.map(({ id }) => id).join());
  const open = editing.value;
  const isNew = open !== null && rules.every(({ id }) => id !== open.id);

  const close = (rule: Rule) => {
    editing.value = null;
    // What it leads back to is there again with the next frame.
    requestAnimationFrame(() => {
      const own = list.current?.querySelector<HTMLElement>(`[data-rule="${rule.id}"] .edit`);
      (own ?? list.current?.querySelector<HTMLElement>('.add-rule'))?.focus();
    });
  };
  const editor = (rule: Rule) => (
    <RuleEditor
      rule={rule}
      onSave={async (changed) => {
        const refusal = await saveRule(changed);
        if (refusal === null) close(changed);
        return refusal;
      }}
      {...(isNew ? { draftAbout: null } : {})}
      onClose={() => close(rule)}
    />
  );
  const item = (rule: RuleView, at: number) =>
    rule.id === open?.id ? (
      <li key={rule.id}>{editor(open)}</li>
    ) : (
      <RuleItem
        key={rule.id}
        rule={rule}
        at={at}
        of={rules.length}
        onMove={keepFocus}
        onEdit={() => {
          editing.value = withoutCounts(rule);
        }}
      />
    );
  return (
    <section class="group" ref={list}>
      <h2>{words.title}</h2>
      <p class="hint">{words.hint}</p>
      {rules.length > 0 && <ol class="rules">{rules.map(item)}</ol>}
      {open && isNew ? (
        editor(open)
      ) : (
        <button
          type="button"
          class="add-rule"
          onClick={() => {
            editing.value = newRules.get(null) ?? blankRule(crypto.randomUUID());
          }}
        >
          {words.add}
        </button>
      )}
    </section>
  );
}
