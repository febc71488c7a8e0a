import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const HEADLESS = join(import.meta.dirname, '../../main/headless.ts');

export type RunningHost = {
  /** Resolves when it has opened its data folder. */
  ready: Promise<void>;
  kill: () => Promise<void>;
  quit: () => Promise<number | null>;
};

/** The real headless host as a process; every line it prints goes to `onLine`. */
export function startHost(
  folder: string,
  server: { url: string; token: string },
  onLine: (line: string) => void,
): RunningHost {
  const child = spawn(process.execPath, [HEADLESS, '--data', folder], {
    env: {
      ...process.env,
      BELLHOP_SERVER: server.url,
      BELLHOP_TOKEN: server.token,
      BELLHOP_SERVER_NAME: 'chaos',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const read = once(lines, 'close'); // what it printed before a kill is still in the pipe
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  lines.on('line', (line) => {
    if (line.startsWith('Bellhop listens')) isReady();
    onLine(line);
  });
  const end = async (signal: NodeJS.Signals) => {
    const exited = exit(child);
    child.kill(signal);
    const code = await exited;
    await read;
    return code;
  };
  return { ready, kill: () => end('SIGKILL').then(() => {}), quit: () => end('SIGINT') };
}

async function exit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
