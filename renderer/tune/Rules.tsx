import { useSignal } from '@preact/signals';
import type { Rule, RuleView } from '../../preload/contract.ts';
import { listHere, timeHere } from '../here.ts';
import { blankRule, moveRule, putRule, withoutCounts } from '../pure/rule.ts';
import { Switch } from '../Switch.tsx';
import { app, sourceById } from '../state/app.ts';
import { act, ask } from '../state/bridge.ts';
import { text } from '../text.ts';
import { RuleEditor } from './RuleEditor.tsx';

const words = text.rules;

/** The person's own rules in their order, each with what it did. */
export function Rules() {
  const editing = useSignal<Rule | null>(null);
  const rules = app.value?.rules ?? [];
  const plain = rules.map(withoutCounts);
  const set = (next: Rule[]) => void act('setRules', { rules: next });
  const save = async (rule: Rule): Promise<string | null> => {
    const reply = await ask('setRules', { rules: putRule(plain, rule) });
    if (!reply.ok) return reply.error;
    editing.value = null;
    return null;
  };
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <p class="hint">{words.hint}</p>
      <ol class="rules">
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <Switch
              label={nameOf(rule)}
              hint={did(rule)}
              on={rule.enabled}
              onChange={(enabled) => set(putRule(plain, { ...withoutCounts(rule), enabled }))}
            />
            <div class="actions">
              <button type="button" onClick={() => (editing.value = withoutCounts(rule))}>
                {words.edit}
              </button>
              <button
                type="button"
                disabled={index === 0}
                aria-label={words.up(nameOf(rule))}
                onClick={() => set(moveRule(plain, rule.id, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                disabled={index === rules.length - 1}
                aria-label={words.down(nameOf(rule))}
                onClick={() => set(moveRule(plain, rule.id, 1))}
              >
                ↓
              </button>
              <button
                type="button"
                aria-label={words.removeNamed(nameOf(rule))}
                onClick={() => set(plain.filter(({ id }) => id !== rule.id))}
              >
                {words.remove}
              </button>
            </div>
          </li>
        ))}
      </ol>
      {editing.value ? (
        <RuleEditor
          key={editing.value.id}
          rule={editing.value}
          onSave={save}
          onCancel={() => (editing.value = null)}
        />
      ) : (
        <button type="button" onClick={() => (editing.value = blankRule(crypto.randomUUID()))}>
          {words.add}
        </button>
      )}
    </section>
  );
}

/** Its own name, or what it says. */
function nameOf({ name, match, action }: Rule): string {
  if (name) return name;
  const { source, topic, text: words_, regex } = match;
  const what = [source && (sourceById(source)?.name ?? source), topic, words_, regex].filter(
    (part) => part !== null,
  );
  return text.phrase.of(listHere(what) || words.everything, words.actions[action.kind]);
}

function did({ matched, lastAt }: RuleView): string {
  if (matched === 0 || lastAt === null) return words.never;
  return words.did(matched, timeHere.clockOrDay(lastAt, Date.now()));
}
