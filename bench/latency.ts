import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Conf from 'conf';
import { EventSource } from 'eventsource';
import type { Host } from '../main/host.ts';
import { noDesktop } from '../main/no-desktop.ts';
import { openBellhop } from '../main/open.ts';
import { type Figure, milliseconds } from './figures.ts';
import { percentile } from './percentile.ts';
import { startBenchServer } from './server.ts';

const ROUNDS = 20;
const PER_ROUND = 25;
const WARM_UP = 50;
/** Between two notices: latency, not throughput, is the question. */
const PAUSE_MS = 5;

type Listener = { next: () => Promise<void>; close: () => Promise<void> };

/**
 * Publish → toast handed over, against publish → callback of a bare `eventsource` on the same kind of stream. The two
 * take turns in rounds within one run, so that both meet the same noise; the server is a process of its own.
 */
export async function latency(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  const server = await startBenchServer(folder);
  const times: Record<'bare' | 'bellhop', number[]> = { bare: [], bellhop: [] };
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, listen] of [['bare', listenBare] as const, ['bellhop', listenBellhop] as const]) {
        const listener = await listen(server, join(folder, `data-${name}`));
        for (let i = 0; i < (round === 0 ? WARM_UP : PER_ROUND); i++) {
          await setTimeout(PAUSE_MS);
          const heard = listener.next();
          const published = performance.now();
          await server.publish(`notice ${round}.${i}`);
          await heard;
          if (round > 0) times[name].push(heardAt - published);
        }
        await listener.close();
      }
    }
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return report(times);
}

let heardAt = 0;
let resolveHeard = () => {};
const heard = () => {
  heardAt = performance.now();
  resolveHeard();
};
const next = () => new Promise<void>((resolve) => (resolveHeard = resolve));

async function listenBare({ url, token }: { url: string; token: string }): Promise<Listener> {
  const source = new EventSource(`${url}/api/live`, {
    fetch: (address, init) =>
      fetch(address, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } }),
  });
  await new Promise((resolve) => source.addEventListener('caught-up', resolve, { once: true }));
  source.onmessage = heard;
  return { next, close: async () => source.close() };
}

async function listenBellhop(
  { url, token }: { url: string; token: string },
  folder: string,
): Promise<Listener> {
  // Every notice a minute after the last, so that none of them is a flood.
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const host: Host = {
    ...noDesktop,
    async toast() {
      ahead += 60_000;
      heard();
      return { shown: true };
    },
    toastService: () => ({ works: true, says: ['takesToasts'], advice: null }),
    onWake() {},
  };
  let connected = () => {};
  const open = new Promise<void>((resolve) => (connected = resolve));
  const bellhop = openBellhop(
    folder,
    'benchmark',
    host,
    ({ cwd, name }) => new Conf({ cwd, configName: name, projectName: 'Bellhop' }),
    { onState: ({ sources }) => sources[0]?.feed.kind === 'open' && connected(), onNotices() {} },
    clock,
  );
  await bellhop.apply({ server: url, token, hidden: true });
  bellhop.start();
  await open;
  return { next, close: bellhop.close };
}

function report(times: Record<'bare' | 'bellhop', number[]>): Figure[] {
  return [0.5, 0.99].map((at): Figure => {
    const [bare, bellhop] = [percentile(times.bare, at), percentile(times.bellhop, at)];
    const figure = { floor: milliseconds(bare), bellhop: milliseconds(bellhop), ratio: bellhop / bare };
    return at === 0.5
      ? {
          ...figure,
          what: 'publish → toast handed over, p50; floor: a bare eventsource',
          ...{ goal: '≤ 1.50', met: bellhop / bare <= 1.5 },
        }
      : { ...figure, what: 'the same, p99' };
  });
}
