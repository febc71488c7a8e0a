import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startChild } from './children.mjs';

const node = (code) =>
  startChild('The helper', process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });

test('an exit nobody asked for is told in words', async () => {
  expect(await node('process.exit(3)').ended).toBe('The helper ended with exit code 3.');
  expect(await node('process.exit(0)').ended).toBeUndefined();
  const missing = startChild('The helper', 'no-such-program', []);
  expect(await missing.ended).toMatch(/^The helper could not be started/);
});

test('one that was told to stop has ended well, and so has what it started', async () => {
  const child = node(`
    const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', 'console.log("here"); setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    process.on('SIGTERM', () => process.exit(1));
  `);
  const closed = once(child.process, 'close'); // when nobody holds its output any more, the one it started included
  await once(child.process.stdout, 'data');
  await child.stop();
  expect(await child.ended).toBeUndefined();
  await closed;
});
