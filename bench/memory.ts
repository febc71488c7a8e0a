import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBacklog, startFloodServer } from './backlog.ts';

const EVENTS = 1_000_000;
const STEP = 100_000;

/** What Bellhop holds while a million events come in one stream, each with its notice, after a garbage collection. */
export async function memory(): Promise<string[]> {
  const collect = globalThis.gc;
  if (!collect) throw new Error('Memory is measured with `node --expose-gc`.');
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  const server = await startFloodServer();
  const samples: { count: number; rss: number; heapUsed: number }[] = [];
  const sample = (count: number) => {
    if (count < STEP * (samples.length + 1)) return;
    collect();
    const { rss, heapUsed } = process.memoryUsage();
    samples.push({ count, rss, heapUsed });
  };
  try {
    const backlog = openBacklog(folder, 'ntfy', server.address('ntfy', EVENTS), EVENTS, sample);
    await backlog.catchUp();
    await backlog.close();
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) throw new Error('No event came.');
  return [
    `memory over ${EVENTS} events in one stream, after each ${STEP}`,
    ...samples.map(
      ({ count, rss, heapUsed }) => `  ${count}: heap ${mb(heapUsed)}, whole process ${mb(rss)}`,
    ),
    `  last to first: heap ${(last.heapUsed / first.heapUsed).toFixed(2)}, whole process ${(last.rss / first.rss).toFixed(2)}   (goal: flat)`,
  ];
}
