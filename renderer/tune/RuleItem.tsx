import { useRef } from 'preact/hooks';
import type { RuleView } from '../../preload/contract.ts';
import { timeHere } from '../here.ts';
import { withoutCounts } from '../pure/rule.ts';
import { Switch } from '../Switch.tsx';
import { now } from '../state/clock.ts';
import { removeRule, shiftRule, turnRule } from '../state/rules.ts';
import { text } from '../text.ts';
import { ruleName } from './ruleName.ts';

const words = text.rules;

/** A rule in the list: whether it holds, what it did, and its place among the others. */
export function RuleItem(props: {
  rule: RuleView;
  at: number;
  of: number;
  onEdit: () => void;
  onMove: (button: HTMLElement) => void;
}) {
  const { rule, at, of, onEdit, onMove } = props;
  const name = ruleName(rule);
  const plain = withoutCounts(rule);
  const item = useRef<HTMLLIElement>(null);
  const mover = (step: 1 | -1, isEnd: boolean, label: string, sign: string) => (
    <button
      type="button"
      aria-disabled={isEnd}
      aria-label={label}
      title={label}
      onClick={({ currentTarget }) => {
        if (isEnd) return;
        onMove(currentTarget);
        void shiftRule(plain, step);
      }}
    >
      {sign}
    </button>
  );
  const remove = () => {
    const next = item.current?.nextElementSibling ?? item.current?.previousElementSibling;
    (next?.querySelector<HTMLElement>('.edit') ?? addButton(item.current))?.focus();
    void removeRule(plain);
  };
  return (
    <li ref={item} data-rule={rule.id}>
      <Switch label={name} hint={did(rule)} on={rule.enabled} onChange={(on) => turnRule(plain, on)} />
      <div class="actions">
        <button type="button" class="edit" aria-label={words.editNamed(name)} onClick={onEdit}>
          {words.edit}
        </button>
        {mover(-1, at === 0, words.up(name), '↑')}
        {mover(1, at === of - 1, words.down(name), '↓')}
        <button type="button" aria-label={words.removeNamed(name)} onClick={remove}>
          {words.remove}
        </button>
      </div>
    </li>
  );
}

function addButton(item: HTMLElement | null): HTMLElement | null {
  return item?.closest('.group')?.querySelector<HTMLElement>('.add-rule') ?? null;
}

function did({ matched, lastAt }: RuleView): string {
  if (matched === 0 || lastAt === null) return words.never;
  return words.did(matched, timeHere.clockOrDay(lastAt, now.value));
}
