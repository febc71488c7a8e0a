import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endRunning } from '../run/command.mjs';
import { root } from './checkout.mjs';
import { ensureInstalled } from './install.mjs';
import { underLock } from './lock.mjs';
import { continueOnProjectNode, isProjectNode } from './project-node.mjs';

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Begins a script that may be the first thing ever run in a clone, on whatever Node the machine has: installs
 * packages when needed, continues on the project's Node, and there calls `main`.
 * @param {string} url the script's import.meta.url
 * @param {(args: string[]) => Promise<number | undefined>} main returns the exit code, or undefined when that comes later;
 *   what it throws is printed, exit code 1
 */
export async function enter(url, main) {
  const args = process.argv.slice(2);
  try {
    const installed = await settingUp(() => ensureInstalled(root));
    const elsewhere = installed || !isProjectNode(root);
    const exitCode = elsewhere
      ? await continueOnProjectNode(root, fileURLToPath(url), args)
      : await main(args);
    if (exitCode !== undefined) process.exitCode = exitCode;
  } catch (error) {
    // An Error proper was written for the person; any other kind is a mistake of ours.
    console.error(error.constructor === Error ? error.message : error.stack);
    process.exitCode = 1;
  }
}

/** Runs a part of the set-up while no other start of this checkout does. Ctrl-C ends it, and the next start begins it anew. */
export async function settingUp(work) {
  for (const signal of endingSignals) process.on(signal, endSetUp);
  try {
    return await underLock(path.join(root, '.bellhop', 'setup.lock'), work, (holder) =>
      console.error(`Waiting for another start (process ${holder}) to finish its set-up …`),
    );
  } finally {
    for (const signal of endingSignals) process.off(signal, endSetUp);
  }
}

function endSetUp(signal) {
  endRunning();
  process.stderr.write('\nStopped during the set-up; the next start goes on with it.\n');
  process.exit(128 + os.constants.signals[signal]);
}
