import { spawn } from 'node:child_process';
import { runQuietly } from './command.mjs';

const graceMs = 5000;

/**
 * A program that a script keeps running beside itself.
 * @typedef {object} Child
 * @property {string} name how messages call it
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<string | undefined>} ended resolves when it is gone: undefined after a clean exit (code 0, or
 *   because it was told to stop), else what happened, in words
 * @property {() => Promise<void>} stop asks it to end, insists after five seconds, resolves when it is gone
 */

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only the script, which ends its children
 * in its own order, and so that what the program itself started ends with it.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Child}
 */
export function startChild(name, command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32', // there it would open a console window
    windowsHide: true,
    ...options,
  });
  let stopping = false;
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(`${name} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (code === 0 || stopping) resolve(undefined);
      else resolve(signal ? `${name} was ended by ${signal}.` : `${name} ended with exit code ${code}.`);
    });
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    stopping = true;
    if (child.connected) child.disconnect(); // Node children take that as a request; Windows has no gentler one
    await askToEnd(child);
    const timer = setTimeout(() => killGroup(child.pid), graceMs);
    await ended;
    clearTimeout(timer);
    await killGroup(child.pid); // whatever it left behind
  };
  return { name, process: child, ended, stop };
}

/** Resolves when the person (Ctrl-C) or the system asks this script to end. */
export function askedToEnd() {
  return new Promise((resolve) => {
    // npm passes Ctrl-C on although the terminal has sent it already: more than one must do no harm.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(undefined));
  });
}

async function askToEnd(child) {
  if (process.platform === 'win32') await taskkill(child.pid);
  else child.kill('SIGTERM'); // not the whole group: Chromium's helpers are its own to end, in its own order
}

async function killGroup(pid) {
  if (process.platform === 'win32') return taskkill(pid, '/F');
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function taskkill(pid, ...how) {
  return runQuietly('taskkill', ['/pid', String(pid), '/T', ...how]).catch(() => {}); // it fails when none is left
}
