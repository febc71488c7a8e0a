import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBacklog, startFloodServer } from './backlog.ts';
import { type Figure, megabytes } from './figures.ts';

const EVENTS = 1_000_000;
const STEP = 100_000;
/** Until then the process grows in steps, as V8 takes room for young objects, up to a limit of its own. */
const FULL_SIZE = 700_000;

/** What Bellhop holds while a million events come in one stream, each with its notice, after a garbage collection. */
export async function memory(): Promise<Figure[]> {
  const collect = globalThis.gc;
  if (!collect) throw new Error('Memory is measured with `node --expose-gc`.');
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  const server = await startFloodServer();
  const samples: Sample[] = [];
  const sample = (count: number) => {
    if (count < STEP * (samples.length + 1)) return;
    collect();
    const { rss, heapUsed } = process.memoryUsage();
    samples.push({ rss, heapUsed });
  };
  try {
    const backlog = openBacklog(folder, 'ntfy', server.address('ntfy', EVENTS), EVENTS, sample);
    await backlog.catchUp();
    await backlog.close();
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    flat('heap after a million events in one stream; floor: after 100,000', 'heapUsed', samples),
    flat('whole process after them; floor: after 700,000', 'rss', samples.slice(FULL_SIZE / STEP - 1)),
  ];
}

type Sample = { rss: number; heapUsed: number };

/** The last beside the first. */
function flat(what: string, part: keyof Sample, samples: Sample[]): Figure {
  const [first, last] = [samples[0]?.[part], samples.at(-1)?.[part]];
  if (!first || !last) throw new Error('No event came.');
  const ratio = last / first;
  return { what, floor: megabytes(first), bellhop: megabytes(last), ratio, goal: 'flat', met: ratio < 1.05 };
}
