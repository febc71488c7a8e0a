import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportPreview } from '../../preload/contract.ts';
import { dataFolder } from '../data-folder.ts';
import { oneLine } from '../terminal.ts';
import { type Command, usageError } from './command.ts';
import { readSecret } from './credential.ts';
import { type Reached, withBellhop } from './reach.ts';

const usage = `Usage: bellhop settings export FILE [--secrets]
       bellhop settings import FILE [--secrets] [--preview]

Takes sources, rules and settings along in one file. Importing loses nothing that is here: a source at an
address that is here already stays as it is.

  --secrets   credentials too, encrypted with a passphrase that is read from standard input
  --preview   only say what importing would do
  --data DIR  data folder (default: BELLHOP_DATA, or the system's place for application data)`;

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      secrets: { type: 'boolean', default: false },
      preview: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const [action, name, ...rest] = positionals;
  if (action !== 'export' && action !== 'import') throw usageError('Say what to do: export or import.');
  if (name === undefined || rest.length > 0) throw usageError(`"settings ${action}" takes one FILE.`);
  if (action === 'export' && values.preview) throw usageError('--preview is for importing.');
  const file = resolve(name);
  const passphrase = values.secrets ? await readSecret('Passphrase: ') : null;
  await withBellhop(dataFolder(values.data), async (bellhop) => {
    if (passphrase !== null) await refuseWithoutKeyring(bellhop);
    if (action === 'export') return exportTo(bellhop, file, passphrase);
    const preview = await bellhop.ask('previewImportOf', { file });
    tell(preview, values.preview);
    if (!values.preview) await importFrom(bellhop, preview, passphrase);
  });
}

/** A terminal has no keyring: only the running app can read and keep what is sealed by it. */
async function refuseWithoutKeyring({ ask, running }: Reached): Promise<void> {
  const { preferences } = await ask('readState', {});
  if (running || preferences.storeSecretsInFile) return;
  throw new Error(
    'Bellhop isn’t running, and only while it runs can it reach the credentials: start it, and try again.',
  );
}

async function exportTo({ ask }: Reached, file: string, passphrase: string | null): Promise<void> {
  const done = await ask('exportSettingsTo', { file, passphrase });
  console.log(oneLine(`Wrote ${file}.`));
  console.log(`Sources: ${done.sources}, rules: ${done.rules}, credentials: ${done.credentials}.`);
  tellWithout(done.withoutCredential, 'Not in it, and to be given again');
}

async function importFrom(
  { ask, running }: Reached,
  preview: ImportPreview,
  passphrase: string | null,
): Promise<void> {
  const done = await ask('importSettings', { import: preview.import, passphrase });
  console.log(`Imported. Credentials taken over: ${done.credentials}.`);
  tellWithout(done.withoutCredential, 'To be given');
  if (!running) console.error('Bellhop isn’t running: it listens there from its next start on.');
}

function tell({ sources, rules, settings, hasCredentials }: ImportPreview, only: boolean): void {
  const verb = only ? 'Would be' : 'Is';
  for (const { name, url } of sources.added) console.log(oneLine(`${verb} added: “${name}” (${url})`));
  for (const { name, url } of sources.known) console.log(oneLine(`Stays as it is: “${name}” (${url})`));
  console.log(`Rules: ${rules.added} new, ${rules.known} here already.`);
  console.log(`Settings that change: ${settings.join(', ') || 'none'}.`);
  if (hasCredentials) console.log('Credentials are in the file: --secrets takes them over.');
}

function tellWithout(names: string[], what: string): void {
  if (names.length > 0)
    console.error(oneLine(`${what}: the credentials of ${names.map((name) => `“${name}”`).join(', ')}.`));
}

export const settings: Command = { summary: 'take sources, rules and settings along in a file', usage, run };
