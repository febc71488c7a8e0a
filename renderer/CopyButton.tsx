import { useSignal } from '@preact/signals';
import { announce } from './state/announce.ts';
import { act } from './state/bridge.ts';
import { text as words } from './text.ts';

/** The longest text the contract takes. */
const mostChars = 100_000;

/** Copies what `text` gives, and says for a moment that it did. */
export function CopyButton({ text }: { text: () => string }) {
  const copied = useSignal(false);
  const copy = async () => {
    const reply = await act('copyText', { text: text().slice(0, mostChars) });
    if (!reply.ok) return;
    copied.value = true;
    announce(words.detail.copied);
    setTimeout(() => {
      copied.value = false;
    }, 1500);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {copied.value ? words.detail.copied : words.detail.copy}
    </button>
  );
}
