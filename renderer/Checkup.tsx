import { useSignal } from '@preact/signals';
import type { DiagnosisStep, SourceView } from '../preload/contract.ts';
import { CheckIcon, CloseIcon } from './icons.tsx';
import { SendTest } from './SendTest.tsx';
import { ask } from './state/bridge.ts';
import { text } from './text.ts';

const words = text.checkup;

type Outcome =
  | { kind: 'busy' }
  | { kind: 'steps'; steps: DiagnosisStep[] }
  | { kind: 'refused'; text: string };

/** Finds out what works: step by step from the server to the toast, or by a notice sent all the way. */
export function Checkup({ source }: { source: SourceView }) {
  const { id } = source;
  const outcome = useSignal<Outcome | null>(null);
  const now = outcome.value;
  const busy = now?.kind === 'busy';

  const check = async () => {
    if (busy) return;
    outcome.value = { kind: 'busy' };
    const reply = await ask('diagnose', { source: id });
    outcome.value = reply.ok
      ? { kind: 'steps', steps: reply.value.find((one) => one.source === id)?.steps ?? [] }
      : { kind: 'refused', text: reply.error };
  };
  return (
    <section class="group checkup">
      <div class="actions">
        <button type="button" aria-disabled={busy} onClick={() => void check()}>
          {busy ? words.checking : words.check}
        </button>
        <SendTest source={source} />
      </div>
      <div role="status">
        {now?.kind === 'steps' && <Steps steps={now.steps} />}
        {now?.kind === 'refused' && <p class="outcome refused">{now.text}</p>}
      </div>
    </section>
  );
}

function Steps({ steps }: { steps: DiagnosisStep[] }) {
  return (
    <ol class="steps">
      {steps.map(({ step, result, text: found, advice }) => (
        <li key={step} class={result}>
          <span class="result">
            <Result result={result} />
            <span class="unseen">{words.results[result]}</span>
          </span>
          <b>{words.steps[step]}</b>
          <span>
            {found}
            {advice && <span class="advice">{advice}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Result({ result }: { result: DiagnosisStep['result'] }) {
  if (result === 'ok') return <CheckIcon />;
  if (result === 'failed') return <CloseIcon />;
  return <span aria-hidden="true">{result === 'unknown' ? '?' : '–'}</span>;
}
