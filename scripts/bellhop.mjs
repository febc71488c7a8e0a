// npm run bellhop -- COMMAND: the terminal program on this checkout's data folder.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultData } from './run/start-arguments.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { root } from './setup/checkout.mjs';
import { enter, settingUp } from './setup/entry.mjs';

enter(import.meta.url, async (args) => {
  await settingUp(ensureBuilt);
  process.env.BELLHOP_DATA ||= defaultData(root);
  process.chdir(process.env.INIT_CWD || root); // relative paths mean what they meant where they were typed
  const program = path.join(root, 'out', 'main', 'cli.cjs');
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
});
