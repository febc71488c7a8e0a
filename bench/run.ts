import { cpus } from 'node:os';
import { latency } from './latency.ts';

/** Prints every measurement, each side by side with its floor in the same run. */
console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores`);
setTimeout(() => {
  console.error('The measurement did not end within 5 minutes.');
  process.exit(1);
}, 300_000).unref();
console.log('Measuring for about 20 s …');
for (const line of await latency()) console.log(line);
process.exit(0);
