// node scripts/bundle-size.mjs: what the window loads, compressed, of the build in out/. Fails where that is too much.
import path from 'node:path';
import { bundleSize } from './run/bundle-size.mjs';
import { root } from './setup/checkout.mjs';
import { enter } from './setup/entry.mjs';

/** Of all that the window may ever load: a page that is light stays quick to start, whatever machine it is on. */
const MOST_BYTES = 150 * 1024;

enter(import.meta.url, () => {
  const { first, all } = bundleSize(path.join(root, 'out', 'renderer'));
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(`The window loads ${kb(first)} at first, ${kb(all)} in all; at most ${kb(MOST_BYTES)} (gzip).`);
  return all > MOST_BYTES ? 1 : 0;
});
