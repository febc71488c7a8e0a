import { deepStrictEqual } from 'node:assert/strict';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { expectedOf, read } from './read.ts';
import { makeStream } from './stream.ts';

/** A worker of run.ts: each stream must come out as it was made. Throws what fast-check says of the first that doesn't. */
const { streams, seed } = workerData as { streams: number; seed: number };
let events = 0;

const numbers = fc.array(fc.nat(), { maxLength: 8, size: 'max' });
const comesOutAsMade = fc.asyncProperty(numbers, fc.nat(), async (blocks, how) => {
  const stream = makeStream(blocks, how);
  const expected = expectedOf(stream);
  events += expected.events.length;
  deepStrictEqual(await read(stream), expected);
});

await fc.assert(comesOutAsMade, {
  ...{ numRuns: streams, seed },
  reporter(run) {
    if (!run.failed) return;
    const [blocks, how] = run.counterexample ?? [[], 0];
    const { tongue, limit, bytes } = makeStream(blocks, how);
    const what = `the ${tongue.name} stream ${JSON.stringify(String(bytes))}, events of ${limit} bytes at most`;
    throw new Error(`${fc.defaultReportMessage(run)}\n\n${what}:\n${run.errorInstance}`);
  },
});
parentPort?.postMessage(events);
