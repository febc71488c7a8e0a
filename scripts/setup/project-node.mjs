import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The Node that the npm package "node" brought into a checkout: every script but the first few lines runs on it. */
export function projectNode(checkout) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(checkout, 'node_modules', 'node', 'bin', name);
}

/** Whether that Node is running this. */
export function isProjectNode(checkout) {
  const manifest = path.join(checkout, 'node_modules', 'node', 'package.json');
  return process.version === `v${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
}

/**
 * Runs a script on the project's Node in this process's place.
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function continueOnProjectNode(checkout, script, args) {
  const bin = path.join(checkout, 'node_modules', '.bin');
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(path.delimiter) };
  const child = spawn(projectNode(checkout), [script, ...args], { stdio: 'inherit', env });
  // The child decides when to end. Ctrl-C in a terminal reaches it twice, which does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
  });
}
