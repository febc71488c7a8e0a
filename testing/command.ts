import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startHeadless } from './headless.ts';

/** The `bellhop` command, a process of its own, on a data folder. */
export async function bellhop(folder: string, args: string[], input = '') {
  const script = join(import.meta.dirname, '../main/cli.ts');
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('BELLHOP_'));
  const child = spawn(process.execPath, ['--no-warnings', script, ...args, '--data', folder], {
    env: Object.fromEntries(inherited),
  });
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { out, err, code: child.exitCode };
}

/** The headless host on a data folder, once it runs. */
export async function headless(folder: string) {
  const host = startHeadless(['--data', folder]);
  await host.lines.until((lines) => lines.some((line) => line.startsWith('Bellhop listens')));
  return host;
}
