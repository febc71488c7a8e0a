// node scripts/desktop.mjs -- COMMAND ARGUMENTS...: runs a command on a fresh test desktop. What it leaves in
// $BELLHOP_OUT is copied to test-results/desktop.
import path from 'node:path';
import { runOnDesktop } from './desktop/desktop.mjs';
import { ensureDesktopNeeds } from './desktop/needs.mjs';
import { root } from './setup/checkout.mjs';
import { enter } from './setup/entry.mjs';

enter(import.meta.url, async (args) => {
  const command = args[0] === '--' ? args.slice(1) : args;
  if (command.length === 0) throw new Error('Usage: node scripts/desktop.mjs -- COMMAND ARGUMENTS...');
  const lacking = await ensureDesktopNeeds();
  if (lacking) throw new Error(lacking);
  return runOnDesktop(() => command, path.join(root, 'test-results', 'desktop'));
});
