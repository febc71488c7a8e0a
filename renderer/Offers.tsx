import { useSignal } from '@preact/signals';
import type { NoticeDetail } from '../preload/contract.ts';
import { ask } from './state/bridge.ts';
import { text } from './text.ts';

/** What the server offers to do with a notice, and what came of it. */
export function Offers({ notice: { id, actions } }: { notice: NoticeDetail }) {
  const outcome = useSignal<{ ok: boolean; text: string } | null>(null);
  const busy = useSignal<number | null>(null);
  if (actions.length === 0) return null;
  const run = async (index: number) => {
    if (busy.value !== null) return;
    busy.value = index;
    outcome.value = null;
    const reply = await ask('runAction', { id, index });
    busy.value = null;
    outcome.value = reply.ok ? reply.value : { ok: false, text: reply.error };
  };
  return (
    <div class="offers">
      <div class="actions">
        {actions.map(({ kind, label, target }, index) => (
          <button
            type="button"
            key={index}
            title={text.detail.targets[kind](target)}
            aria-disabled={busy.value !== null}
            onClick={() => void run(index)}
          >
            {label}
          </button>
        ))}
      </div>
      <p class={`outcome ${outcome.value?.ok ? 'fine' : 'refused'}`} role="status">
        {busy.value === null ? outcome.value?.text : text.detail.running}
      </p>
    </div>
  );
}
