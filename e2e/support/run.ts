import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electron, ownEnvironment } from './launch.ts';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the app as a person would a second time, and waits for that process to end (at most 20 s, then killed). */
export function runApp(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return run(electron(), ['.', ...args], env);
}

/** The headless host, which is expected to end by itself. */
export function runHeadless(args: string[]): Promise<Ended> {
  return run(process.execPath, ['out/main/headless.cjs', ...args], {});
}

async function run(program: string, args: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(program, args, {
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const [code] = await once(child, 'close');
  return { code, ...said };
}
