// npm run dev: the app from the sources. The window reloads, and main restarts, when a file changes.
import path from 'node:path';
import { appEnvironment } from './run/app-environment.mjs';
import { askedToEnd, startChild } from './run/children.mjs';
import { howToSend } from './run/curl-line.mjs';
import { ensureDataFolder } from './run/data-folder.mjs';
import { demoServer } from './run/demo-server.mjs';
import { hasDisplay, quietArguments, rootArguments } from './run/electron-launch.mjs';
import { readStartArguments } from './run/start-arguments.mjs';
import { ensureBuilt, forgetBuild } from './setup/build.mjs';
import { root } from './setup/checkout.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { enter, settingUp } from './setup/entry.mjs';

enter(import.meta.url, async (args) => {
  const { data, forApp, server: url, token } = readStartArguments(args, process.env, root);
  ensureDataFolder(data);
  if (!hasDisplay()) throw new Error('npm run dev needs a display. Without one: npm start -- --headless');
  const electron = await settingUp(async () => {
    await ensureBuilt(); // the demo server runs from it
    return electronRuntime();
  });
  console.log(electron.why);
  const ended = askedToEnd();
  const server = url ? { url, token } : await demoServer(data);
  if (!url) console.log(howToSend(server, data));
  forgetBuild(); // electron-vite writes its development build to the same folder
  const vite = startChild('electron-vite', process.execPath, viteArguments(data, forApp), {
    cwd: root,
    env: {
      ...appEnvironment(server),
      ELECTRON_EXEC_PATH: electron.executable,
      ...(rootArguments().length > 0 ? { NO_SANDBOX: '1' } : {}),
    },
  });
  const problem = await Promise.race([ended, vite.ended]);
  await vite.stop();
  await server.child?.stop();
  if (problem) console.error(problem);
  return problem ? 1 : 0;
});

function viteArguments(data, forApp) {
  const electronVite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return [electronVite, 'dev', '--watch', '--', ...quietArguments, '--data', data, ...forApp];
}
