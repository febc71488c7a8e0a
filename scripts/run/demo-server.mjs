import { once } from 'node:events';
import path from 'node:path';
import { root } from '../setup/checkout.mjs';
import { startChild } from './children.mjs';

const readyLimitMs = 20_000;

/**
 * Starts the companion server with its demo account on a data folder, or finds the one that runs there already.
 * @param {string} data
 * @returns {Promise<{url: string, token: string, name: string, child?: import('./children.mjs').Child}>} `child` when it was started
 * @throws {Error} when it doesn't get ready
 */
export async function demoServer(data) {
  const cli = path.join(root, 'out', 'main', 'cli.cjs');
  const child = startChild('The demo server', process.execPath, [cli, 'serve', '--demo', '--data', data], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await Promise.race([readyMessage(child), gone(child), tooLate()]);
  if (typeof ready === 'string') {
    await child.stop();
    throw new Error(ready);
  }
  const { url, token, reused } = ready;
  return { url, token, name: 'Demo', ...(reused ? {} : { child }) };
}

function readyMessage(child) {
  return new Promise((resolve) => {
    child.process.on('message', (message) => message?.ready && resolve(message));
  });
}

async function gone(child) {
  const disconnected = once(child.process, 'disconnect'); // comes after the last message, which may follow the exit
  const problem = await child.ended;
  await disconnected;
  return problem ?? 'The demo server ended before it was ready.';
}

function tooLate() {
  return new Promise((resolve) => {
    setTimeout(
      resolve,
      readyLimitMs,
      `The demo server was not ready within ${readyLimitMs / 1000} s.`,
    ).unref();
  });
}
