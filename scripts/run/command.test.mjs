import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { endRunning, runQuietly } from './command.mjs';

const node = (script, options) => runQuietly(process.execPath, ['-e', script], options);

test('a program that fails is told with its exit code and what it printed last', async () => {
  await expect(node('console.error("no room"); process.exit(3)')).rejects.toThrow(
    /exited with code 3\nno room$/,
  );
  await expect(runQuietly('/no/such/program', [])).rejects.toThrow('could not be started');
});

test.skipIf(process.platform === 'win32')(
  'ending what runs also ends what that has started, signals ignored or not',
  async () => {
    const connections = [];
    const bothConnected = Promise.withResolvers();
    const bothGone = Promise.withResolvers();
    const server = createServer((socket) => {
      connections.push(socket);
      socket.on('error', () => {}); // a reset is as good as an end
      socket.on('close', () => connections.every(({ closed }) => closed) && bothGone.resolve());
      if (connections.length === 2) bothConnected.resolve();
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stay = `process.on('SIGINT', () => {}); require('node:net').connect(${server.address().port}, '127.0.0.1');`;
    const parent = `${stay} require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stay)}])`;
    const run = node(parent).catch((error) => error.message);
    await bothConnected.promise;
    endRunning();
    expect(await run).toContain('was ended by SIGKILL');
    await bothGone.promise;
    server.close();
  },
);

test('what must not be cut short is passed over', async () => {
  const run = node('setTimeout(() => console.log("done"), 300)', { letFinish: true });
  endRunning();
  expect(await run).toBe('done\n');
});
