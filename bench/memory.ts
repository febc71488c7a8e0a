import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBacklog, startFloodServer } from './backlog.ts';
import { type Figure, megabytes } from './figures.ts';

const EVENTS = 300_000;
const STEP = 30_000;

/** What Bellhop holds while 300,000 events come in one stream, each with its notice, after a garbage collection. */
export async function memory(): Promise<Figure[]> {
  const collect = globalThis.gc;
  if (!collect) throw new Error('Memory is measured with `node --expose-gc`.');
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  const server = await startFloodServer();
  const samples: { count: number; held: number; heapUsed: number }[] = [];
  const sample = (count: number) => {
    if (count < STEP * (samples.length + 1)) return;
    collect();
    const { rss, heapUsed, heapTotal } = process.memoryUsage();
    // V8 keeps room for young objects that it once needed, in steps up to a limit of its own: that isn't held by anything.
    samples.push({ count, held: rss - (heapTotal - heapUsed), heapUsed });
  };
  try {
    const backlog = openBacklog(folder, 'ntfy', server.address('ntfy', EVENTS), EVENTS, sample);
    await backlog.catchUp();
    await backlog.close();
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) throw new Error('No event came.');
  const of = (what: string, part: 'heapUsed' | 'held'): Figure => ({
    what,
    floor: megabytes(first[part]),
    bellhop: megabytes(last[part]),
    ratio: last[part] / first[part],
    ...{ goal: 'flat', met: last[part] / first[part] < 1.1 },
  });
  return [
    of(
      `heap after ${EVENTS.toLocaleString('en')} events in one stream; floor: after ${STEP.toLocaleString('en')}`,
      'heapUsed',
    ),
    of('the same, whole process without room that V8 keeps free', 'held'),
  ];
}
