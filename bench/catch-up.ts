import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Form, openBacklog, startFloodServer } from './backlog.ts';
import { watchEventLoop } from './event-loop.ts';
import { type Figure, under } from './figures.ts';
import { percentile } from './percentile.ts';
import { insertRaw } from './raw-inserts.ts';

const MISSED = 20_000;
const ROUNDS = 3;
const FORMS: Record<Form, string> = {
  rows: '100 to an event (companion)',
  ntfy: 'each an event (ntfy)',
};

/**
 * 20,000 missed notices from a socket into the store, through all that Bellhop does with them, against bare inserts of
 * the same values, in turns; and for how long Bellhop was deaf to its window meanwhile.
 */
export async function catchUp(): Promise<Figure[]> {
  const server = await startFloodServer();
  const figures: Figure[] = [];
  try {
    for (const form of ['rows', 'ntfy'] as const) {
      const turns = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const turn = await takeTurn(form, server.address(form, MISSED));
        if (round > 0) turns.push(turn); // the first one warms up
      }
      figures.push(...report(FORMS[form], turns));
    }
  } finally {
    server.stop();
  }
  return figures;
}

type Turn = { rawMs: number; bellhopMs: number; waitMs: number; workMs: number };

async function takeTurn(form: Form, url: string): Promise<Turn> {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  try {
    const backlog = openBacklog(folder, form, url, MISSED);
    const stretches = watchEventLoop();
    const bellhopMs = await backlog.catchUp();
    const blocked = stretches.stop();
    const rawMs = insertRaw(backlog.db, join(folder, 'raw.db'));
    await backlog.close();
    return { rawMs, bellhopMs, ...blocked };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(form: string, turns: Turn[]): Figure[] {
  const rate = (ms: number) => `${Math.round((MISSED / ms) * 1000).toLocaleString('en')} a second`;
  const median = (of: (turn: Turn) => number) => percentile(turns.map(of), 0.5);
  const [rawMs, bellhopMs] = [median((turn) => turn.rawMs), median((turn) => turn.bellhopMs)];
  const ratio = median((turn) => turn.rawMs / turn.bellhopMs);
  return [
    {
      what: `catching up, ${MISSED.toLocaleString('en')} notices, ${form}; floor: bare inserts`,
      floor: rate(rawMs),
      ...{ bellhop: rate(bellhopMs), ratio, goal: '≥ 0.50', met: ratio >= 0.5 },
    },
    under(
      50,
      'main’s longest work meanwhile',
      median(({ workMs }) => workMs),
    ),
  ];
}
