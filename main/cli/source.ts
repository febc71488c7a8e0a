import { parseArgs } from 'node:util';
import type { SourceView } from '../../preload/contract.ts';
import { dataFolder } from '../data-folder.ts';
import { oneLine, printable } from '../terminal.ts';
import { type Command, usageError } from './command.ts';
import { readCredential } from './credential.ts';
import { findSource } from './find-source.ts';
import { type Reached, withBellhop } from './reach.ts';
import { addSource } from './source-add.ts';

const usage = `Usage: bellhop source add URL [--name NAME] [--user USER | --token-stdin] [--as KIND] [--anyway]
       bellhop source list [--json]
       bellhop source test NAME|ID
       bellhop source on|off NAME|ID
       bellhop source remove NAME|ID [--delete-history]

Changes what Bellhop listens to, also while it runs. "add" finds out what answers at the address;
"test" publishes a notification there, where the server allows that, and follows it to its toast.

  --name NAME        what to call it (default: what the server suggests)
  --token-stdin      read its token from standard input (default: BELLHOP_TOKEN, or the file named
                     by BELLHOP_TOKEN_FILE)
  --user USER        sign in with a password, read from standard input
  --as KIND          don't ask the server what it is: rows, ntfy, mercure, json, mastodon, home-assistant
  --anyway           add it although it doesn't answer as it should
  --delete-history   delete what came from it, too (default: keep it)
  --json             for programs
  --data DIR         data folder (default: BELLHOP_DATA, or the system's place for application data)`;

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      user: { type: 'string' },
      'token-stdin': { type: 'boolean', default: false },
      as: { type: 'string' },
      anyway: { type: 'boolean', default: false },
      'delete-history': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
type Flags = ReturnType<typeof parse>['values'];

/** Each with the source it is about. */
const actions: Record<string, (bellhop: Reached, source: SourceView, flags: Flags) => Promise<void>> = {
  async test({ ask }, { id }) {
    const { ok, text } = await ask('sendTest', { id });
    if (!ok) throw new Error(text);
    console.log(printable(text));
  },
  on: (bellhop, source) => enable(bellhop, source, true),
  off: (bellhop, source) => enable(bellhop, source, false),
  async remove({ ask }, { id, name }, flags) {
    const keepHistory = !flags['delete-history'];
    await ask('removeSource', { id, keepHistory });
    console.log(
      oneLine(`Removed “${name}”${keepHistory ? '; what came from it stays' : ' and its history'}.`),
    );
  },
};

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [action = '', subject, ...rest] = positionals;
  const folder = dataFolder(values.data);
  if (action === 'list') {
    if (subject !== undefined) throw usageError('"source list" takes no more words.');
    return withBellhop(folder, (bellhop) => list(bellhop, values.json));
  }
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!act && action !== 'add') throw usageError('Say what to do: add, list, test, on, off or remove.');
  if (subject === undefined || rest.length > 0) {
    throw usageError(`"source ${action}" takes one ${act ? 'NAME or ID' : 'URL'}.`);
  }
  if (act) {
    return withBellhop(folder, async (bellhop) => {
      const { sources } = await bellhop.ask('readState', {});
      await act(bellhop, findSource(sources, subject), values);
    });
  }
  const credential = await readCredential({ user: values.user, tokenStdin: values['token-stdin'] });
  const { name, as, anyway } = values;
  return withBellhop(folder, (bellhop) => addSource(bellhop, { url: subject, name, credential, as, anyway }));
}

async function enable({ ask }: Reached, { id, name }: SourceView, enabled: boolean): Promise<void> {
  await ask('setSourceEnabled', { id, enabled });
  console.log(oneLine(`Turned “${name}” ${enabled ? 'on' : 'off'}.`));
}

async function list({ ask, running }: Reached, json: boolean): Promise<void> {
  const { sources } = await ask('readState', {});
  if (json) return console.log(JSON.stringify(sources, null, 2));
  if (sources.length === 0) return console.error('No source yet. Add one: bellhop source add URL');
  const width = Math.max(...sources.map(({ name }) => name.length));
  for (const source of sources) {
    const { name, dialect, url, id } = source;
    const state = describeState(source, running);
    console.log(oneLine(`${name.padEnd(width)}  ${state}  (${dialect}, ${url}, ${id})`));
  }
}

function describeState({ enabled, feed }: SourceView, running: boolean): string {
  if (!enabled) return 'turned off';
  if (!running || feed.kind === 'off') return 'Bellhop isn’t running';
  if (feed.kind === 'open') {
    return feed.missing ? `connected; asked for what was missed, it ${feed.missing.why.text}` : 'connected';
  }
  return feed.why ? `not connected: ${feed.why.text}` : 'connecting';
}

export const source: Command = { summary: 'add, list, test or remove what Bellhop listens to', usage, run };
