import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { goTheWholeWay } from './whole.ts';

/**
 * npm run fuzz -- --streams N --seed S: event streams of every dialect, mixed with rubbish and cut into chunks at random
 * places. Every well-formed event must come out, in order; nothing else may become a notice; what is too large is counted.
 * Some more go the whole way into the store, from a server whose connections break.
 */
const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { streams, seed } = z
  .object({
    streams: z.coerce.number().int().min(1).max(1_000_000_000),
    seed: z.coerce.number().int().min(0),
  })
  .parse(values);

/** So many streams have one seed, so that a failure can be had again whatever the number of cores. */
const TURN = 25_000;
const WHOLE_WAY = 300;

console.log(`seed ${seed}`);
try {
  const events = await inTurns();
  console.log(`${streams} streams with ${events} events: all came out, and nothing else did`);
  const { notices, broken } = await goTheWholeWay(WHOLE_WAY, seed);
  console.log(
    `${WHOLE_WAY} streams over ${broken} broken connections: ${notices} notices, each stored exactly once`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** On every core. @throws what the first stream that fails says */
async function inTurns(): Promise<number> {
  const turns = Math.ceil(streams / TURN);
  let next = 0;
  let events = 0;
  const lane = async () => {
    while (next < turns) {
      const turn = next++;
      const workerData = { streams: Math.min(TURN, streams - turn * TURN), seed: seed + turn };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
      const [count] = await once(worker, 'message'); // rejects with what it throws
      events += count;
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 8) }, lane));
  return events;
}
