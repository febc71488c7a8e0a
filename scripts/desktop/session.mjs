// A whole desktop session, started as the user it belongs to: display, session bus, notification daemon, tray, unlocked
// keyring. Runs the command given as arguments in it and ends everything again. Its HOME is an empty folder of its own.
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { askedToEnd, startChild } from '../run/children.mjs';
import { runQuietly } from '../run/command.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const home = process.env.HOME;
const services = [];

const ended = askedToEnd();
let exitCode = 1;
try {
  const env = await openSession();
  exitCode = await runCommand(process.argv.slice(2), env);
} catch (error) {
  console.error(`The test desktop could not be opened: ${error.message}`);
} finally {
  for (const service of services.reverse()) await service.stop();
}
process.exit(exitCode);

async function openSession() {
  for (const folder of ['config', 'data', 'cache', 'run', 'tmp'])
    mkdirSync(path.join(home, folder), { mode: 0o700 });
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
    TMPDIR: path.join(home, 'tmp'),
    NO_AT_BRIDGE: '1', // GTK: there is no accessibility bus
  };
  env.DISPLAY = `:${await openDisplay(env)}`;
  env.DBUS_SESSION_BUS_ADDRESS = await openBus(env);
  env.BELLHOP_DUNST_LOG = path.join(home, 'dunst.log');
  const dunst = service('dunst', ['-config', path.join(here, 'dunstrc'), '-print'], env);
  dunst.process.stdout.pipe(createWriteStream(env.BELLHOP_DUNST_LOG));
  const keyring = service('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], env);
  keyring.process.stdin.end('the keyring of a test desktop');
  const panel = service('/usr/bin/python3', [path.join(here, 'tray-host.py')], env); // Debian's own: it has gi
  await ownerOf('org.freedesktop.Notifications', dunst, env);
  await ownerOf('org.freedesktop.secrets', keyring, env);
  await ownerOf('org.kde.StatusNotifierWatcher', panel, env);
  return env;
}

async function openDisplay(env) {
  const screen = ['-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'];
  const display = service('Xvfb', ['-displayfd', '1', ...screen], env);
  return firstLine(display);
}

async function openBus(env) {
  const config = `--config-file=${path.join(here, 'bus.conf')}`;
  return firstLine(service('dbus-daemon', [config, '--nofork', '--nopidfile', '--print-address=1'], env));
}

function service(command, args, env) {
  const child = startChild(command, command, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
  services.push(child);
  return child;
}

async function firstLine(child) {
  const line = once(child.process.stdout.setEncoding('utf8'), 'data').then(([text]) => text.trim());
  return Promise.race([line, failure(child)]);
}

async function failure(child) {
  throw new Error((await child.ended) ?? `${child.name} ended at once.`);
}

/** Waits until a service has taken its name on the bus. */
async function ownerOf(name, child, env) {
  const ask = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.GetNameOwner',
  ];
  const deadline = Date.now() + 10_000;
  const gone = failure(child);
  gone.catch(() => {});
  while (Date.now() < deadline) {
    const owned = await Promise.race([
      gone,
      runQuietly('dbus-send', [...ask, `string:${name}`], { env }).then(
        () => true,
        () => false,
      ),
    ]);
    if (owned) return;
    await delay(50);
  }
  throw new Error(`${child.name} did not take the name ${name} on the session bus within 10 s.`);
}

async function runCommand([command, ...args], env) {
  const child = startChild(command, command, args, { env });
  const problem = await Promise.race([child.ended, ended]);
  await child.stop();
  if (problem && child.process.exitCode === null) console.error(problem);
  return child.process.exitCode ?? 1;
}
