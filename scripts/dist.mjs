// npm run dist: packages the app with electron-builder. What follows "--" is electron-builder's (--dir, --linux, ...).
import path from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { root } from './setup/checkout.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { enter, settingUp } from './setup/entry.mjs';
import { continueOnProjectNode } from './setup/project-node.mjs';

enter(import.meta.url, async (args) => {
  const electron = await settingUp(async () => {
    await ensureBuilt();
    return electronRuntime();
  });
  console.log(electron.why);
  const fallback = electron.kind === 'fallback';
  if (fallback) console.log('A package made with this Electron is for tests, never for release.');
  const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const config = ['--config', path.join('build', 'electron-builder.config.mjs'), '--publish', 'never'];
  const dist = fallback ? [`-c.electronDist=${electron.dist}`] : [];
  if (fallback) process.env.BELLHOP_FALLBACK = '1'; // the configuration asks for it
  process.chdir(root);
  return continueOnProjectNode(root, builder, [...config, ...dist, ...args]);
});
