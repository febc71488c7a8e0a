import { cpus, loadavg } from 'node:os';
import { catchUp } from './catch-up.ts';
import { type Figure, table } from './figures.ts';
import { latency } from './latency.ts';
import { mainThread } from './main-thread.ts';
import { memory } from './memory.ts';
import { search } from './search.ts';
import { openWindows } from './window.ts';

/** Prints every measurement, each side by side with its floor in the same run. Names as arguments choose among them. */
const measurements: Record<string, () => Promise<Figure[]>> = {
  latency,
  'catch-up': catchUp,
  main: mainThread,
  search,
  window: openWindows,
  memory,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: choose among ${Object.keys(measurements).join(', ')}.`);
  process.exit(2);
}
setTimeout(() => {
  console.error('The measurement did not end within 20 minutes.');
  process.exit(1);
}, 1_200_000).unref();

const load = () => `${loadavg()[0]?.toFixed(1)}`;
const before = load();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const start = performance.now();
  console.error(`Measuring ${name} …`);
  figures.push(...(await measure()));
  console.error(`  took ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
console.log(
  `\nNode ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${before} before and ${load()} after\n`,
);
console.log(table(figures));
const missed = figures.filter(({ met }) => met === false).length;
console.log(missed === 0 ? '\nEvery goal is met.' : `\nGoals not met: ${missed}`);
process.exit(0);
