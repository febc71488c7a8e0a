import { cpus, loadavg } from 'node:os';
import { catchUp } from './catch-up.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { search } from './search.ts';

/** Prints every measurement, each side by side with its floor in the same run. Names as arguments choose among them. */
const measurements = { latency, 'catch-up': catchUp, memory, search };

const chosen = process.argv.slice(2);
console.log(
  `Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
setTimeout(() => {
  console.error('The measurement did not end within 15 minutes.');
  process.exit(1);
}, 900_000).unref();
console.log('Measuring for about three minutes …');
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const line of await measure()) console.log(line);
}
process.exit(0);
