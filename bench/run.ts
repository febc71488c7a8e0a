import { cpus } from 'node:os';
import { latency } from './latency.ts';

/** Prints every measurement, each side by side with its floor in the same run. */
console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores`);
for (const line of await latency()) console.log(line);
process.exit(0);
