import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and returns what it printed (stdout and stderr together, its last 100 kB).
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, stdin?: string}} [options]
 * @throws {Error} when it can't be started, is still running after `timeoutMs`, or exits with another code than 0;
 *   the message ends with the last lines it printed
 */
export function runQuietly(command, args, { cwd, env, timeoutMs, stdin } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const keep = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.stdin.on('error', () => {}); // it may end without reading; its exit code tells
    child.stdin.end(stdin);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${command} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
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

function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
