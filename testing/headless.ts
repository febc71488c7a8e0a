import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { recorder } from './recorder.ts';

/**
 * The headless host as a process of its own; killed with the test.
 * @param wrapper a command that runs the one that follows it
 */
export function startHeadless(args: string[], environment: NodeJS.ProcessEnv = {}, wrapper: string[] = []) {
  const script = join(import.meta.dirname, '../main/headless.ts');
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('BELLHOP_'));
  const env = { ...Object.fromEntries(inherited), ...environment };
  const [command = '', ...rest] = [...wrapper, process.execPath, '--no-warnings', script, ...args];
  const child = spawn(command, rest, { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = recorder<string>();
  createInterface(child.stdout).on('line', lines.push);
  const stderr = text(child.stderr);
  const closed = once(child, 'close');
  return {
    lines,
    pid: child.pid,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Resolves when it has ended and its output is read. */
    async ended() {
      await closed;
      return { code: child.exitCode, signal: child.signalCode, stderr: await stderr };
    },
  };
}
