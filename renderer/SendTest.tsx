import { useSignal } from '@preact/signals';
import type { SourceView } from '../preload/contract.ts';
import { ask } from './state/bridge.ts';
import { text } from './text.ts';

const words = text.checkup;

/** A notice sent all the way, from the server to the toast. There where the server is known to take one. */
export function SendTest({ source }: { source: SourceView }) {
  const { id, enabled, canPublish, feed } = source;
  const busy = useSignal(false);
  const outcome = useSignal<{ ok: boolean; text: string } | null>(null);
  if (!enabled || !canPublish || feed.kind !== 'open') return null;
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    outcome.value = null;
    const reply = await ask('sendTest', { id });
    busy.value = false;
    outcome.value = reply.ok ? reply.value : { ok: false, text: reply.error };
  };
  return (
    <>
      <button type="button" aria-disabled={busy.value} onClick={() => void send()}>
        {busy.value ? words.testing : words.test}
      </button>
      <p class={`outcome ${outcome.value?.ok ? 'fine' : 'refused'}`} role="status">
        {outcome.value?.text}
      </p>
    </>
  );
}
