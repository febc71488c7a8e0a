import { setTimeout } from 'node:timers/promises';
import Conf from 'conf';
import type { AppState } from '../../preload/contract.ts';
import type { Host } from '../host.ts';
import { answer } from '../inbox/answer.ts';
import { type Ask, reachOwner } from '../local-socket/ask.ts';
import { noDesktop } from '../no-desktop.ts';
import { openBellhop } from '../open.ts';
import { FolderInUse } from '../owner.ts';
import { oneLine } from '../terminal.ts';
import { en } from '../words/en.ts';

export type Reached = {
  ask: Ask;
  /** False: this command opened the data folder itself, and nothing is connected. */
  running: boolean;
};

/** An owner that is just starting, or another command, answers or is done within this. */
const PATIENCE_MS = 5_000;
const AGAIN_MS = 200;

/**
 * Does something with the Bellhop that owns the data folder; where none runs, with the folder itself, as its owner for
 * the moment.
 * @throws FolderInUse when somebody owns it and doesn't answer; what the owner refuses, in words
 */
export async function withBellhop<T>(folder: string, action: (bellhop: Reached) => Promise<T>): Promise<T> {
  const { close, ...bellhop } = await reach(folder);
  try {
    return await action(bellhop);
  } finally {
    await close();
  }
}

type Closable = Reached & { close: () => void | Promise<void> };

async function reach(folder: string): Promise<Closable> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const owner = await reachOwner(folder);
    if (owner) return { ...owner, running: true };
    try {
      return openForTheMoment(folder);
    } catch (error) {
      if (!(error instanceof FolderInUse) || performance.now() > until) throw error;
      await setTimeout(AGAIN_MS);
    }
  }
}

const NOT_RUNNING = 'Bellhop isn’t running.';

/** No keyring and no toasts; its feeds are never started. */
const host: Host = {
  ...noDesktop,
  toast: async () => ({ shown: false, reason: ['notRunning'] }),
  toastService: () => ({
    works: null,
    says: ['asIs', NOT_RUNNING],
    advice: ['asIs', 'Start it, and ask again.'],
  }),
  onWake: () => {},
};

function openForTheMoment(folder: string): Closable {
  const bellhop = openBellhop(
    folder,
    'command line',
    host,
    ({ cwd, name, fileMode }) =>
      new Conf({ cwd, configName: name, projectName: 'Bellhop', configFileMode: fileMode }),
    { onState: () => {}, onNotices: () => {}, words: () => en },
  );
  return {
    running: false,
    async ask(request, args) {
      const reply = await answer(bellhop.notifier.requests, request, args, en);
      if (!reply.ok) throw new Error(reply.error);
      return reply.value as never; // of the request that was asked: `answer` is one for all
    },
    async close() {
      tellProblems(await bellhop.notifier.requests.readState({}));
      await bellhop.close();
    },
  };
}

/** A damaged file was set aside on opening: there is no window to say so. */
function tellProblems({ problems }: AppState): void {
  for (const { text, detail } of problems) console.error(oneLine(`Note: ${text} ${detail ?? ''}`));
}
