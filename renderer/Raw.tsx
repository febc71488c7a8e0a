import { useSignal } from '@preact/signals';
import { CopyButton } from './CopyButton.tsx';
import { text } from './text.ts';

/** What the server sent, for those who want to see for themselves. It may be long, so it is there only when opened. */
export function Raw({ json }: { json: string }) {
  const open = useSignal(false);
  return (
    <details
      class="raw"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{text.detail.raw}</summary>
      {open.value && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys must be able to scroll it. */}
          <pre tabIndex={0}>{indented(json)}</pre>
          <CopyButton text={() => indented(json)} />
        </>
      )}
    </details>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json; // kept as it came, whatever it is
  }
}
