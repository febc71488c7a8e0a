import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { isCaughtUp, openStream, rowsOf, temporaryFolder } from '../server/testing.ts';

const cli = join(import.meta.dirname, 'cli.ts');

/** Runs `bellhop` to its end. */
async function bellhop(args: string[], input = '') {
  const child = spawn(process.execPath, [cli, ...args], { env: cleanEnvironment() });
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { out, err, code: child.exitCode };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { BELLHOP_DATA: _, BELLHOP_SERVER: __, BELLHOP_TOKEN: ___, ...env } = process.env;
  return { ...env, NODE_NO_WARNINGS: '1' };
}

/** `bellhop serve --demo` as a child with an IPC channel, as `npm start` runs it. */
function forkDemo(folder: string): ChildProcess {
  const child = fork(cli, ['serve', '--demo', '--data', folder], { env: cleanEnvironment(), stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const firstMessage = async (child: ChildProcess) =>
  (await once(child, 'message'))[0] as { url: string; token: string };

test('help and version go to stdout; called wrongly it says what is wrong, how to, and exits with 2', async () => {
  const [version, help, sendHelp, nothing, unknown, wrong] = await Promise.all(
    [['--version'], ['--help'], ['send', '--help'], [], ['toString'], ['serve', '--bogus']].map((args) =>
      bellhop(args),
    ),
  );
  expect(version).toEqual({ out: `${packageJson.version}\n`, err: '', code: 0 });
  expect(help).toMatchObject({
    out: expect.stringMatching(/serve .*\n.*token .*\n.*send /),
    err: '',
    code: 0,
  });
  expect(sendHelp).toMatchObject({ out: expect.stringContaining('--priority 1-5'), code: 0 });
  expect(nothing).toMatchObject({ out: '', err: expect.stringContaining('Usage: bellhop COMMAND'), code: 2 });
  expect(unknown).toMatchObject({ err: expect.stringContaining('no command "toString"'), code: 2 });
  expect(wrong?.err).toContain("Unknown option '--bogus'");
  expect(wrong?.err).toContain('Usage: bellhop serve');
  expect(wrong?.code).toBe(2);
});

test('serve --demo tells its parent when it is ready, is found by `bellhop send`, and ends with the parent', async () => {
  const folder = temporaryFolder();
  const serve = forkDemo(folder);
  const ready = await firstMessage(serve);
  expect(ready).toEqual({
    ready: true,
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    token: expect.stringMatching(/^bh_/),
  });
  const stream = await openStream(`${ready.url}/api/live`, ready.token);
  await stream.until(isCaughtUp);
  const [sent, long] = await Promise.all([
    bellhop(['send', '-', '--data', folder], 'line 1\nline 2\n'),
    bellhop(['send', '-', '--data', folder], 'x'.repeat(300_000)),
  ]);
  const [row] = rowsOf(await stream.until(({ data }) => data !== undefined));
  expect(row?.content).toBe('line 1\nline 2');
  expect(sent).toEqual({ out: `Sent (${row?.id}).\n`, err: '', code: 0 });
  expect(long).toMatchObject({
    out: '',
    err: expect.stringContaining('answered 413: The body may have'),
    code: 1,
  });

  const again = forkDemo(folder);
  const exited = once(again, 'exit');
  expect(await firstMessage(again)).toEqual({ ...ready, reused: true });
  expect(await exited).toEqual([0, null]);

  const ended = once(serve, 'exit');
  serve.disconnect();
  expect(await ended).toEqual([0, null]);
});

test('on a terminal serve says where it listens without showing a token, and Ctrl-C ends it with exit code 0', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [cli, 'serve', '--demo', '--data', folder], {
    env: cleanEnvironment(),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const { url, token } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
  expect(String(line)).toContain(url);
  expect(String(line)).not.toContain(token);
  const stream = await openStream(`${url}/api/live`, token);
  await stream.until(isCaughtUp);

  const exited = once(child, 'exit');
  child.kill('SIGINT');
  // Windows has no SIGINT to send to a child: there it is a kill, and the connection breaks off.
  expect(await exited).toEqual(process.platform === 'win32' ? [null, 'SIGINT'] : [0, null]);
  if (process.platform !== 'win32') expect(await stream.next()).toBeUndefined();
});
