import { CopyButton } from './CopyButton.tsx';
import { text } from './text.ts';

/** What the server sent, for those who want to see for themselves. */
export function Raw({ json }: { json: string }) {
  const shown = indented(json);
  return (
    <details class="raw">
      <summary>{text.detail.raw}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys must be able to scroll it. */}
      <pre tabIndex={0}>{shown}</pre>
      <CopyButton text={() => shown} />
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
