import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { askedToEnd, startChild } from '../run/children.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { root } from '../setup/checkout.mjs';
import { electronRuntime } from '../setup/electron-runtime.mjs';
import { settingUp } from '../setup/entry.mjs';
import { asNobody, nobody } from './unprivileged.mjs';

// Where Vite writes its configuration as plain JavaScript before loading it.
const viteScratch = path.join(root, 'node_modules', '.vite-temp');

/**
 * Builds when needed and runs a command in the checkout on a fresh test desktop (see session.mjs), as an unprivileged user when this is root.
 * It finds DISPLAY, the session bus, an unlocked keyring and dunst's log (BELLHOP_DUNST_LOG), the Electron to run
 * (BELLHOP_ELECTRON) and a folder to leave files in (BELLHOP_OUT).
 * @param {(out: string) => string[]} command program and arguments, by names on PATH or relative to the checkout;
 *   `out` is what BELLHOP_OUT will be
 * @param {string} keep where what was left in BELLHOP_OUT ends up, an absolute path
 * @returns {Promise<number>} the command's exit code
 */
export async function runOnDesktop(command, keep) {
  const electron = await settingUp(async () => {
    await ensureBuilt();
    return electronRuntime();
  });
  console.log(electron.why);
  const home = mkdtempSync('/tmp/bellhop-desktop-'); // short: it holds sockets, whose paths may have 107 bytes
  const out = path.join(home, 'out');
  mkdirSync(out);
  const isRoot = process.getuid() === 0;
  if (isRoot) for (const folder of [home, out]) chownSync(folder, nobody, nobody);
  const stage = isRoot
    ? asNobody({ checkout: root, electron: electron.dist }, viteScratch)
    : asMyself(electron);
  try {
    const session = ['node', 'scripts/desktop/session.mjs', ...command(out)];
    const executable = path.join(stage.places.electron, path.relative(electron.dist, electron.executable));
    const env = sessionEnvironment(home, out, stage.places.checkout, executable);
    return await run(stage.wrap(stage.places.checkout, session), env);
  } finally {
    stage.close();
    if (readdirSync(out).length > 0) cpSync(out, keep, { recursive: true });
    rmSync(home, { recursive: true, force: true });
  }
}

function asMyself(electron) {
  return {
    places: { checkout: root, electron: electron.dist },
    wrap: (_cwd, command) => command,
    close: () => {},
  };
}

function sessionEnvironment(home, out, checkout, executable) {
  const theirs = /^(XDG_|DBUS_|DISPLAY$|WAYLAND_|XAUTHORITY$|npm_|INIT_CWD$|BELLHOP_(DATA|SERVER|TOKEN))/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !theirs.test(name)));
  const bin = path.join(checkout, 'node_modules', '.bin');
  return { ...env, HOME: home, PATH: `${bin}:${env.PATH}`, BELLHOP_OUT: out, BELLHOP_ELECTRON: executable };
}

async function run([program, ...args], env) {
  const ended = askedToEnd();
  const session = startChild('The test desktop', program, args, { cwd: root, env });
  await Promise.race([session.ended, ended]);
  await session.stop();
  return session.process.exitCode ?? 1;
}
