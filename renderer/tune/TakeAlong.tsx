import { useSignal } from '@preact/signals';
import type { ImportPreview } from '../../preload/contract.ts';
import { app } from '../state/app.ts';
import { act, ask } from '../state/bridge.ts';
import { TextField } from '../TextField.tsx';
import { text } from '../text.ts';

const words = text.takeAlong;

/** Settings as one file, with credentials only under a passphrase; the history as a file for other programs. */
export function TakeAlong() {
  const passphrase = useSignal('');
  const said = useSignal('');
  const preview = useSignal<ImportPreview | null>(null);
  const given = () => passphrase.value || null;

  const exportSettings = async () => {
    const reply = await ask('exportSettings', { passphrase: given() });
    if (!reply.ok) said.value = reply.error;
    else if (reply.value) said.value = words.exported(reply.value.sources, reply.value.credentials);
  };
  const look = async () => {
    const reply = await ask('previewImport', {});
    if (!reply.ok) said.value = reply.error;
    else preview.value = reply.value;
  };
  const importIt = async (looked: ImportPreview) => {
    const reply = await ask('importSettings', { import: looked.import, passphrase: given() });
    said.value = reply.ok ? words.imported(reply.value.sources, reply.value.rules) : reply.error;
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
        <button type="button" onClick={() => void exportSettings()}>
          {words.export}
        </button>
        <button type="button" onClick={() => void look()}>
          {words.import}
        </button>
      </div>
      {looked && (
        <div class="looked">
          <p>{words.would(looked.sources.added.length, looked.rules.added, looked.settings.length)}</p>
          {looked.hasCredentials && <p class="hint">{words.hasCredentials}</p>}
          <button type="button" class="go" onClick={() => void importIt(looked)}>
            {words.importNow}
          </button>
        </div>
      )}
      <p class="outcome" role="status">
        {said.value}
      </p>
      <History />
    </section>
  );
}

function History() {
  const running = app.value?.historyExport ?? null;
  if (running) {
    return (
      <div class="actions">
        <progress value={running.written} max={Math.max(1, running.total)} aria-label={words.writing} />
        <button type="button" onClick={() => void act('cancelHistoryExport', {})}>
          {text.confirm.cancel}
        </button>
      </div>
    );
  }
  return (
    <div class="actions">
      <button type="button" onClick={() => void act('exportHistory', { format: 'jsonl' })}>
        {words.historyJson}
      </button>
      <button type="button" onClick={() => void act('exportHistory', { format: 'csv' })}>
        {words.historyCsv}
      </button>
    </div>
  );
}
