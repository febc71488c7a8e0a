import Conf from 'conf';
import type { SourceView } from '../preload/contract.ts';
import { dataFolder } from './data-folder.ts';
import type { Host } from './host.ts';
import { BadLaunch, readLaunch } from './launch.ts';
import { noDesktop } from './no-desktop.ts';
import { OldNode, requireNode } from './node-version.ts';
import { type Opened, openBellhop } from './open.ts';
import { FolderInUse } from './owner.ts';
import { DatabaseFromTheFuture } from './store/database.ts';
import { oneLine } from './terminal.ts';
import { UnusableFolder } from './unusable-folder.ts';
import { watchForWake } from './wake.ts';
import { en } from './words/en.ts';

/** Bellhop without a display: the same feeds, store and policy; each toast is one line on the terminal. */

const print = (text: string) => process.stdout.write(`${text}\n`);
const noWindow = () => {};

const host: Host = {
  ...noDesktop,
  async toast({ title, body, urgent }) {
    const time = new Date().toTimeString().slice(0, 8);
    print(oneLine(`${time}  ${urgent ? '! ' : ''}${title}: ${body}`));
    return { shown: true };
  },
  toastService: () => ({
    works: true,
    says: ['asIs', 'Each toast is a line on Bellhop’s terminal.'],
    advice: null,
  }),
  onWake: (listener) => void watchForWake(listener),
};

/** Prints what is new about each thing, by its id: once per change. */
function createStatusLines(): (states: { id: string; line: string | null }[]) => void {
  const last = new Map<string, string>();
  return (states) => {
    for (const { id, line } of states) {
      if (line === null || last.get(id) === line) continue;
      last.set(id, line);
      print(oneLine(line));
    }
  };
}

/** Null while there is nothing to tell. */
function statusOf({ name, feed, credentialMissing }: SourceView): string | null {
  if (feed.kind === 'open') {
    return feed.missing
      ? `${name} is connected; asked for what was missed, it ${feed.missing.why.text}`
      : `${name} is connected`;
  }
  const why = 'why' in feed ? feed.why : null;
  if (!why) return null;
  if (credentialMissing) return `${name} needs its credential again: give it in BELLHOP_TOKEN with --server.`;
  const next = feed.kind === 'stopped' ? '; it is tried again every 15 minutes, and at a new start' : '';
  return `${name} ${why.text}${next}`;
}

async function main(): Promise<void> {
  requireNode();
  const launch = readLaunch(process.argv.slice(2), process.env);
  const folder = dataFolder(launch.data);
  const status = createStatusLines();
  const bellhop: Opened = openBellhop(
    folder,
    'headless host',
    host,
    ({ cwd, name, fileMode }) =>
      new Conf({ cwd, configName: name, projectName: 'Bellhop', configFileMode: fileMode }),
    {
      onState: ({ sources, problems }) => {
        status(sources.map((source) => ({ id: source.id, line: statusOf(source) })));
        status(problems.map(({ id, text, detail }) => ({ id, line: `Note: ${text} ${detail ?? ''}` })));
      },
      onNotices: noWindow,
      words: () => en,
    },
  );
  await bellhop.apply(launch);
  bellhop.start();
  print(`Bellhop listens without a display. Data: ${folder}`);
  if (bellhop.settings.read().sources.length === 0) {
    print('No source yet: start with --server URL and the token in BELLHOP_TOKEN.');
  }
  const quit = () => void bellhop.close().then(() => process.exit(0));
  process.once('SIGINT', quit);
  process.once('SIGTERM', quit);
}

main().catch((error: unknown) => {
  const inWords = [OldNode, FolderInUse, DatabaseFromTheFuture, UnusableFolder, BadLaunch];
  const isOne = inWords.some((kind) => error instanceof kind);
  process.stderr.write(`${isOne ? (error as Error).message : `Bellhop could not start: ${error}`}\n`);
  process.exit(1);
});
