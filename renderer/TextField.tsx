import { useId } from 'preact/hooks';

/** A labelled line of text; what is wrong with it stands below, and is read out with it. */
export function TextField(props: {
  name: string;
  label: string;
  value: string;
  mistake: string | null;
  onInput: (value: string) => void;
  placeholder?: string;
  secret?: boolean;
  number?: boolean;
  /** What is typed or pasted beyond is cut off: for names, which mean the same when shorter. */
  maxLength?: number;
  /** Has the focus when its pane opens. */
  first?: boolean;
}) {
  const id = useId();
  const { name, label, value, mistake, onInput, placeholder = '', first = false } = props;
  const input = {
    id,
    name,
    value,
    placeholder,
    maxLength: props.maxLength,
    autocomplete: 'off',
    spellcheck: false,
    'data-first': first || undefined,
    'aria-invalid': mistake !== null,
    'aria-describedby': mistake === null ? undefined : `${id}-mistake`,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {props.secret && <input type="password" {...input} />}
      {props.number && <input type="number" {...input} />}
      {!props.secret && !props.number && <input type="text" dir="auto" {...input} />}
      {mistake !== null && (
        <span class="mistake" id={`${id}-mistake`}>
          {mistake}
        </span>
      )}
    </div>
  );
}
