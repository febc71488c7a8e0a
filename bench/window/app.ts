import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { electron, ownEnvironment } from '../../e2e/support/launch.ts';

export type BenchedApp = {
  /** Runs a function in the app's main process; it can use nothing from outside itself. @throws what it throws, as words */
  inMain: <R, A = undefined>(
    program: (electron: typeof Electron.CrossProcessExports, argument: A) => R | Promise<R>,
    argument?: A,
  ) => Promise<R>;
  quit: () => Promise<void>;
};

/** Starts the app in the background, as it is without anybody looking on. @param data its folder */
export async function startApp(data: string): Promise<BenchedApp> {
  const child = spawn(
    electron(),
    [
      ...['-r', join(import.meta.dirname, 'in-main.cjs'), '--password-store=gnome-libsecret'],
      ...['.', '--data', data, '--hidden'],
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...ownEnvironment(), LANGUAGE: 'en_US' } },
  );
  await answerOf(child);
  return {
    async inMain(program, argument) {
      child.send({ program: program.toString(), argument });
      return (await answerOf(child)) as never;
    },
    async quit() {
      child.send({ program: '({ app }) => setTimeout(() => app.quit())' });
      await once(child, 'exit');
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const answered = new AbortController();
  const either = { signal: answered.signal };
  const gone = once(child, 'exit', either).then(() => [{ error: 'The app ended.' }]);
  const [{ value, error }] = (await Promise.race([once(child, 'message', either), gone])) as [
    { value?: unknown; error?: string },
  ];
  answered.abort();
  if (error !== undefined) throw new Error(error);
  return value;
}
