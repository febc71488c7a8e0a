// npm test: everything. A failure in one step does not stop the later ones; the last line counts the whole run.
import path from 'node:path';
import { runLoudly } from './run/command.mjs';
import { countsLine, noCounts, sum } from './run/counts.mjs';
import { runVitest, runVitestOnDesktop, runVitestWithServers } from './run/vitest.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { root } from './setup/checkout.mjs';
import { enter, settingUp } from './setup/entry.mjs';

const steps = {
  lint: () => program('@biomejs/biome/bin/biome', ['ci', '.']),
  types: () => program('typescript/bin/tsc', ['-p', '.']),
  'types of main': () => program('typescript/bin/tsc', ['-p', 'main']),
  'unit and integration tests': () => runVitest(['unit', 'integration']),
  'fuzzed streams': () => program('../testing/fuzz/run.ts', []),
  'tests against real servers': () => runVitestWithServers('real-servers'),
  build: () => settingUp(ensureBuilt).then(() => ({ ...noCounts(), passed: 1 })),
  'size of the window': () => program('../scripts/bundle-size.mjs', []),
  'e2e tests': () => runVitestOnDesktop('e2e'),
  'kills at random moments': () => program('../testing/chaos/run.ts', ['--kills', '25', '--events', '500']),
};

enter(import.meta.url, async () => {
  const counts = [];
  for (const [name, step] of Object.entries(steps)) {
    console.log(`\n── ${name} ──`);
    counts.push(await counted(step));
  }
  const total = sum(counts);
  const failing = Object.keys(steps).filter((_, index) => counts[index].failed > 0);
  if (failing.length > 0) console.log(`\nFailed: ${failing.join(', ')}`);
  console.log(`\n${countsLine(total)}`);
  return total.failed > 0 ? 1 : 0;
});

async function counted(step) {
  try {
    return await step();
  } catch (error) {
    console.error(error.message);
    return { ...noCounts(), failed: 1 };
  }
}

async function program(file, args) {
  const code = await runLoudly(process.execPath, [path.join(root, 'node_modules', file), ...args], {
    cwd: root,
  });
  return { ...noCounts(), [code === 0 ? 'passed' : 'failed']: 1 };
}
