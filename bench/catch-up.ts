import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Form, openBacklog, startFloodServer } from './backlog.ts';
import { watchEventLoop } from './event-loop.ts';
import { percentile } from './percentile.ts';
import { insertRaw } from './raw-inserts.ts';

const MISSED = 50_000;
const ROUNDS = 5;
const FORMS: Record<Form, string> = {
  rows: 'as the companion server sends them, 200 to an event',
  ntfy: 'as ntfy sends them, each an event',
};

/**
 * 50,000 missed notices from a socket into the store, through all that Bellhop does with them, against bare inserts of
 * the same values, in turns; and for how long Bellhop was deaf to its window meanwhile.
 */
export async function catchUp(): Promise<string[]> {
  const server = await startFloodServer();
  const lines = [`catching up, ${MISSED} notices, ${ROUNDS} turns each`];
  try {
    for (const form of ['rows', 'ntfy'] as const) {
      const turns = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const turn = await takeTurn(form, server.address(form, MISSED));
        if (round > 0) turns.push(turn); // the first one warms up
      }
      lines.push(`${FORMS[form]}:`, ...report(turns));
    }
  } finally {
    server.stop();
  }
  return lines;
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

function report(turns: Turn[]): string[] {
  const rate = (ms: number) => `${Math.round((MISSED / ms) * 1000)} notices/s`;
  const median = (of: (turn: Turn) => number) => percentile(turns.map(of), 0.5);
  return [
    `  bare better-sqlite3 inserts       ${rate(median(({ rawMs }) => rawMs))}`,
    `  Bellhop, from the socket          ${rate(median(({ bellhopMs }) => bellhopMs))}`,
    `  ratio                             ${median(({ rawMs, bellhopMs }) => rawMs / bellhopMs).toFixed(2)}   (goal: at least 0.50)`,
    `  longest work between two turns of the event loop   ${median(({ workMs }) => workMs).toFixed(0)} ms   (goal: under 50 ms)`,
    `  longest wait for a turn, other programs included   ${median(({ waitMs }) => waitMs).toFixed(0)} ms`,
  ];
}
