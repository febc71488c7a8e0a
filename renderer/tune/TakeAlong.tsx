import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { HistoryExport, HistoryFormat, ImportPreview } from '../../preload/contract.ts';
import { oneAtATime } from '../pure/oneAtATime.ts';
import { app } from '../state/app.ts';
import { act, ask } from '../state/bridge.ts';
import { TextField } from '../TextField.tsx';
import { text } from '../text.ts';

const words = text.takeAlong;

type Outcome = { said: string; kind: 'done' | 'refused' };
const done = (said: string): Outcome => ({ said, kind: 'done' });
const refused = (said: string): Outcome => ({ said, kind: 'refused' });
const NOTHING = done('');

/** Settings as one file, with credentials only under a passphrase; the history as a file for other programs. */
export function TakeAlong() {
  const passphrase = useSignal('');
  const outcome = useSignal<Outcome>(NOTHING);
  const preview = useSignal<ImportPreview | null>(null);
  const press = useMemo(oneAtATime, []);
  const given = () => passphrase.value || null;

  const exportSettings = async () => {
    const reply = await ask('exportSettings', { passphrase: given() });
    if (!reply.ok) outcome.value = refused(reply.error);
    else if (reply.value) outcome.value = done(words.exported(reply.value.sources, reply.value.credentials));
  };
  const look = async () => {
    const reply = await ask('previewImport', {});
    outcome.value = reply.ok ? NOTHING : refused(reply.error);
    preview.value = reply.ok ? reply.value : null;
  };
  const importIt = async (looked: ImportPreview) => {
    const reply = await ask('importSettings', { import: looked.import, passphrase: given() });
    outcome.value = reply.ok
      ? done(words.imported(reply.value.sources, reply.value.rules))
      : refused(reply.error);
    if (reply.ok) preview.value = null;
  };
  const looked = preview.value;
  return (
    <section class="group">
      <h2>{words.title}</h2>
      <TextField
        name="passphrase"
        label={words.passphrase}
        value={passphrase.value}
        mistake={null}
        placeholder={words.passphraseHint}
        secret
        onInput={(value) => {
          passphrase.value = value;
        }}
      />
      <div class="actions">
        <button type="button" onClick={() => void press(exportSettings)}>
          {words.export}
        </button>
        <button type="button" onClick={() => void press(look)}>
          {words.import}
        </button>
      </div>
      {looked && (
        <div class="looked">
          <p>{words.would(looked.sources.added.length, looked.rules.added, looked.settings.length)}</p>
          {looked.settings.some((name) => name === 'keepDays' || name === 'keepCount') && (
            <p class="hint">{text.keep.imported}</p>
          )}
          {looked.hasCredentials && <p class="hint">{words.hasCredentials}</p>}
          <button type="button" class="go" onClick={() => void press(() => importIt(looked))}>
            {words.importNow}
          </button>
        </div>
      )}
      <Said {...outcome.value} />
      <History />
    </section>
  );
}

/** It goes on when the person goes elsewhere: how it ends is in the state, for whoever looks. */
function History() {
  const refusal = useSignal<string | null>(null);
  const press = useMemo(oneAtATime, []);
  const latest = app.value?.historyExport ?? null;
  const write = async (format: HistoryFormat) => {
    refusal.value = null;
    const reply = await ask('exportHistory', { format });
    if (!reply.ok) refusal.value = reply.error;
  };
  return (
    <>
      <div class="actions">
        {latest?.state === 'running' ? (
          <>
            <progress value={latest.written} max={Math.max(1, latest.total)} aria-label={words.writing} />
            <button type="button" onClick={() => void act('cancelHistoryExport', {})}>
              {text.confirm.cancel}
            </button>
          </>
        ) : (
          <>
            <button type="button" onClick={() => void press(() => write('jsonl'))}>
              {words.historyJson}
            </button>
            <button type="button" onClick={() => void press(() => write('csv'))}>
              {words.historyCsv}
            </button>
          </>
        )}
      </div>
      <Said {...(refusal.value === null ? ended(latest) : refused(refusal.value))} />
    </>
  );
}

function ended(latest: HistoryExport | null): Outcome {
  if (latest?.state === 'written') return done(words.historyWritten(latest.written));
  return latest?.text ? refused(latest.text) : NOTHING;
}

/** It stays in the page, so that what it comes to say is read out. */
function Said({ said, kind }: Outcome) {
  return (
    <p class={`outcome ${kind}`} role="status">
      {said}
    </p>
  );
}
