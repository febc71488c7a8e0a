// npm run test:packaged: packages the app for this machine, unpacked, and tries the package: on Linux on the test desktop,
// elsewhere on the desktop that is there.
import path from 'node:path';
import { runLoudly } from './run/command.mjs';
import { countsLine } from './run/counts.mjs';
import { runVitest, runVitestOnDesktop } from './run/vitest.mjs';
import { root } from './setup/checkout.mjs';
import { enter } from './setup/entry.mjs';

enter(import.meta.url, async () => {
  const dist = path.join(root, 'scripts', 'dist.mjs');
  const env = { ...process.env, BELLHOP_TEST_BUILD: '1' }; // lets Playwright in
  const packaged = (await runLoudly(process.execPath, [dist, '--dir'], { cwd: root, env })) === 0;
  const counts = packaged ? await tryPackage() : { passed: 0, failed: 1, skipped: 0 };
  console.log(`\n${countsLine(counts)}`);
  return counts.failed > 0 ? 1 : 0;
});

function tryPackage() {
  return process.platform === 'linux' ? runVitestOnDesktop('packaged') : runVitest(['packaged']);
}
