import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHolder } from '../main/owner.ts';
import { temporaryServer } from '../server/testing.ts';
import { bellhop, headless } from './command.ts';
import { temporaryFolder } from './folder.ts';

/** The `bellhop` command and the headless host, each a process of its own. */

test('a source is added to the running host, tried and examined; its token is nowhere to be seen', async () => {
  const server = await temporaryServer();
  const folder = temporaryFolder();
  const host = await headless(folder);
  const added = await bellhop(
    folder,
    ['source', 'add', server.url, '--name', 'Demo', '--token-stdin'],
    `${server.token}\n`,
  );
  expect(added).toMatchObject({ out: expect.stringContaining('Added “Demo”'), code: 0 });
  await host.lines.until((lines) => lines.includes('Demo is connected'));
  const tried = await bellhop(folder, ['source', 'test', 'Demo']);
  expect(tried).toEqual({ out: expect.stringMatching(/^Published, .*; toast shown\.\n$/), err: '', code: 0 });
  expect(host.lines.items.at(-1)).toMatch(/Test: A test by Bellhop/);
  const examined = await bellhop(folder, ['doctor']);
  expect(examined).toMatchObject({ out: expect.stringContaining('Nothing failed.'), code: 0 });
  expect(examined.out).not.toContain('\u001b'); // no colours where nobody sees them
  const printed = JSON.stringify([added, tried, examined, host.lines.items]);
  expect(printed).not.toContain(server.token);
  await server.close();
  expect(await bellhop(folder, ['doctor', 'demo'])).toMatchObject({
    out: expect.stringContaining('✗ Server      The server isn’t answering (connection refused).'),
    code: 1,
  });
});

test('a password is read from standard input, and a wrong one is told from a wrong address', async () => {
  const folder = temporaryFolder();
  await headless(folder);
  const server = await temporaryServer();
  const add = ['source', 'add', server.url, '--user', 'me'];
  const refused = await bellhop(folder, add, 'secret\n');
  expect(refused).toMatchObject({
    out: '',
    err: expect.stringContaining('doesn’t accept the credential'),
    code: 1,
  });
  expect(refused.err).not.toContain('secret');
});

test('killed at any moment, the next start can be asked again', async () => {
  const folder = temporaryFolder();
  for (const round of [1, 2]) {
    const host = await headless(folder);
    const name = `${round}`;
    const added = await bellhop(folder, [
      'source',
      'add',
      `http://127.0.0.1:9/${round}`,
      '--as',
      'rows',
      '--name',
      name,
    ]);
    expect(added).toMatchObject({ err: '', code: 0 });
    if (process.platform !== 'win32') {
      const { address } = readHolder(folder)?.socket ?? { address: '' };
      expect(statSync(address).mode & 0o777).toBe(0o600);
    }
    host.kill('SIGKILL');
    await host.ended();
    const { out } = await bellhop(folder, ['source', 'list']);
    expect(out.match(/Bellhop isn’t running/g)).toHaveLength(round);
  }
});

test('settings go to another computer in one file, its passphrase read from standard input', async () => {
  const server = await temporaryServer();
  const [folder, file] = [temporaryFolder(), join(temporaryFolder(), 'settings.json')];
  await headless(folder);
  const add = ['source', 'add', server.url, '--name', 'Demo', '--token-stdin'];
  await bellhop(folder, add, server.token);
  const short = await bellhop(folder, ['settings', 'export', file, '--secrets'], 'short');
  expect(short).toMatchObject({ err: 'A passphrase needs at least 8 characters.\n', code: 1 });
  expect(await bellhop(folder, ['settings', 'export', file, '--secrets'], 'correct horse\n')).toEqual({
    out: `Wrote ${file}.\nSources: 1, rules: 0, credentials: 1.\n`,
    ...{ err: '', code: 0 },
  });
  expect(readFileSync(file, 'utf8')).not.toContain(server.token);

  const other = temporaryFolder();
  const host = await headless(other);
  const looked = await bellhop(other, ['settings', 'import', file, '--preview']);
  expect(looked.out).toContain(`Would be added: “Demo” (${server.url}/)`);
  expect((await bellhop(other, ['source', 'list', '--json'])).out).toBe('[]\n');
  const imported = await bellhop(other, ['settings', 'import', file, '--secrets'], 'correct horse\n');
  expect(imported).toMatchObject({ out: expect.stringContaining('Credentials taken over: 1.'), code: 0 });
  await host.lines.until((lines) => lines.includes('Demo is connected'));
});

test('while Bellhop isn’t running, settings go without credentials, and secrets are refused in words', async () => {
  const [folder, file] = [temporaryFolder(), join(temporaryFolder(), 'settings.json')];
  await bellhop(folder, ['source', 'add', 'http://127.0.0.1:9/', '--as', 'rows', '--name', 'Off']);
  const secrets = await bellhop(folder, ['settings', 'export', file, '--secrets'], 'correct horse');
  expect(secrets).toMatchObject({ err: expect.stringContaining('only while it runs'), code: 1 });
  expect(await bellhop(folder, ['settings', 'export', file])).toMatchObject({ code: 0 });
  const other = temporaryFolder();
  expect(await bellhop(other, ['settings', 'import', file])).toMatchObject({
    ...{ out: expect.stringContaining('Is added: “Off”'), code: 0 },
  });
  expect(await bellhop(other, ['settings', 'import', other])).toMatchObject({
    err: 'This is not a file.\n',
    code: 1,
  });
  expect(await bellhop(other, ['settings', 'drop', file])).toMatchObject({ code: 2 });
});
