// npm start: from a fresh clone to the running app.
import path from 'node:path';
import { ensureElectronLibraries } from './desktop/needs.mjs';
import { appEnvironment } from './run/app-environment.mjs';
import { askedToEnd, startChild } from './run/children.mjs';
import { howToSend } from './run/curl-line.mjs';
import { ensureDataFolder } from './run/data-folder.mjs';
import { demoServer } from './run/demo-server.mjs';
import { hasDisplay, quietArguments, rootArguments } from './run/electron-launch.mjs';
import { readStartArguments, usage } from './run/start-arguments.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { root } from './setup/checkout.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { enter, settingUp } from './setup/entry.mjs';

enter(import.meta.url, async (args) => {
  if (args.includes('--help')) return console.log(usage);
  const wanted = readStartArguments(args, process.env, root);
  ensureDataFolder(wanted.data);
  const others = wanted.forApp.filter((argument) => argument !== '--hidden');
  if (others.length > 0) console.log(`Not known here, passed on to Electron: ${others.join(' ')}`);
  const electron = await prepare(wanted.headless);
  const ended = askedToEnd();
  const server = wanted.server ? { url: wanted.server, token: wanted.token } : await demoServer(wanted.data);
  const app = electron
    ? startDesktop(electron, wanted, appEnvironment(server))
    : startHeadless(wanted, appEnvironment(server));
  if (!wanted.server) console.log(howToSend(server, wanted.data));
  void server.child?.ended.then(
    (problem) => problem && console.error(`${problem} ${howToServe(wanted.data)}`),
  );

  const problem = await Promise.race([ended, app.ended]);
  await app.stop();
  await server.child?.stop();
  if (problem) console.error(problem);
  return problem ? 1 : 0;
});

/** Builds, and gets the Electron unless toasts are to be lines on the terminal. */
async function prepare(headless) {
  const display = hasDisplay();
  if (!display && !headless) console.log('There is no display here: toasts become lines on this terminal.');
  return settingUp(async () => {
    await ensureBuilt();
    if (headless || !display) return undefined;
    const electron = await electronRuntime();
    const lacking = process.platform === 'linux' ? await ensureElectronLibraries() : undefined;
    if (lacking) throw new Error(`${lacking}\nWithout them: npm start -- --headless`);
    console.log(electron.why);
    return electron;
  });
}

/** The app goes on without the demo server: that is its trade. */
function howToServe(data) {
  return `Bellhop keeps trying to reach it. To run it again: npm run bellhop -- serve --demo --data "${data}"`;
}

function startDesktop(electron, { data, forApp }, env) {
  const asRoot = rootArguments();
  if (asRoot.length > 0) console.log("As root, Chromium's sandbox has to be off (--no-sandbox).");
  return startChild(
    'Bellhop',
    electron.executable,
    [...quietArguments, ...asRoot, '.', '--data', data, ...forApp],
    {
      cwd: root,
      env,
    },
  );
}

function startHeadless({ data, forApp }, env) {
  const program = path.join(root, 'out', 'main', 'headless.cjs');
  return startChild('Bellhop', process.execPath, [program, '--data', data, ...forApp], { cwd: root, env });
}
