import { spawn } from 'node:child_process';

const ownGroups = process.platform !== 'win32'; // where "detached" would open a console window
const running = new Set();

/** Ends at once what runQuietly runs, and what that has started: npm, for one, outlives Ctrl-C. */
export function endRunning() {
  for (const child of running) endGroup(child);
}

/**
 * Runs a program to its end and returns what it printed (stdout and stderr together, its last 100 kB).
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, stdin?: string, letFinish?: boolean}} [options]
 *   `letFinish`: endRunning passes it over
 * @throws {Error} when it can't be started, is still running after `timeoutMs`, or exits with another code than 0;
 *   the message ends with the last lines it printed
 */
export function runQuietly(command, args, { cwd, env, timeoutMs, stdin, letFinish } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const detached = ownGroups;
    const child = spawn(command, args, { cwd, env, detached, stdio: 'pipe', windowsHide: true });
    if (child.pid && !letFinish) running.add(child);
    const timer = timeoutMs && setTimeout(() => endGroup(child), timeoutMs);
    const keep = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.stdin.on('error', () => {}); // it may end without reading; its exit code tells
    child.stdin.end(stdin);
    child.on('error', (error) => {
      clearTimeout(timer);
      running.delete(child);
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      if (code === 0) return resolve(output);
      const how = signal ? `was ended by ${signal}` : `exited with code ${code}`;
      reject(new Error(`${command} ${args.join(' ')} ${how}\n${lastLines(output, 40)}`));
    });
  });
}

/** Runs a program to its end, its output going where ours goes. @returns {Promise<number>} its exit code */
export function runLoudly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function endGroup(child) {
  try {
    if (ownGroups) process.kill(-child.pid, 'SIGKILL');
    else child.kill();
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
