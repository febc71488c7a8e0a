// npm run screenshots: takes the pictures in docs/screenshots from the running app, on the test desktop.
import path from 'node:path';
import { runOnDesktop } from './desktop/desktop.mjs';
import { ensureDesktopNeeds } from './desktop/needs.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { root } from './setup/checkout.mjs';
import { enter, settingUp } from './setup/entry.mjs';

enter(import.meta.url, async () => {
  await settingUp(ensureBuilt);
  const lacking = await ensureDesktopNeeds();
  if (lacking) throw new Error(lacking);
  const take = ['node', path.join('scripts', 'screenshots', 'take.mjs')];
  return runOnDesktop(() => take, path.join(root, 'docs', 'screenshots'));
});
