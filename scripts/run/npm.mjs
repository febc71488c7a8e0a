/**
 * How to start npm: a program and its first arguments. Under `npm start` that is the npm already running;
 * otherwise the one on PATH. Windows has only npm.cmd there, which Node refuses to spawn without a shell.
 * @throws {Error} on Windows when not started by npm
 */
export function npmCommand(env = process.env, platform = process.platform) {
  const running = env.npm_execpath;
  if (running && /npm-cli\.[cm]?js$/.test(running)) return { command: process.execPath, args: [running] };
  if (platform !== 'win32') return { command: 'npm', args: [] };
  throw new Error('Run this through npm: "npm start" or "npm test".');
}
