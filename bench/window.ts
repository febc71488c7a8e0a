import { spawnSync } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsSchema } from '../main/settings/schema.ts';
import { type Figure, megabytes, milliseconds, under } from './figures.ts';
import { millionNotices } from './million.ts';
import { percentile } from './percentile.ts';
import type { Seen } from './window/measure.ts';

const checkout = join(import.meta.dirname, '..');
/** Who the test desktop runs as where this is root. */
const NOBODY = 65534;

/** The app itself, on the test desktop, with a million notices in its store (window/measure.ts). */
export async function openWindows(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  try {
    copyFileSync(millionNotices(), join(data, 'bellhop.db'));
    writeFileSync(join(data, 'settings.json'), JSON.stringify(settings()));
    if (process.getuid?.() === 0)
      for (const name of ['.', ...readdirSync(data)]) chownSync(join(data, name), NOBODY, NOBODY);
    const command = ['scripts/desktop.mjs', '--', 'node', 'bench/window/measure.ts', data];
    const { status } = spawnSync('node', command, {
      cwd: checkout,
      stdio: ['ignore', 2, 2],
      timeout: 300_000,
    });
    if (status !== 0) return [{ what: 'the window', bellhop: 'could not be measured', met: false }];
    return report(
      JSON.parse(readFileSync(join(checkout, 'test-results/desktop/window.json'), 'utf8')) as Seen,
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The store's sources, turned off: nothing comes while it is measured. */
function settings() {
  const sources = Array.from({ length: 8 }, (_, n) => ({
    ...{ id: `source-${n}`, name: `Server ${n}`, url: `http://127.0.0.1:9/${n}` },
    ...{ credentialKind: 'none', enabled: false },
  }));
  return settingsSchema.parse({ sources });
}

function report({ openings, usable, floor, frames, blank, atEnd, rows, pages, memory }: Seen): Figure[] {
  const opening = (at: number) => percentile(openings, at);
  const empty = (at: number) => percentile(floor, at);
  const times = (at: number) => ({ floor: milliseconds(empty(at)), ratio: opening(at) / empty(at) });
  const [before, open, after] = [memory.before, memory.open, memory.after];
  return [
    {
      what: `window asked for → first rows painted, p50 of ${openings.length}; floor: an empty window`,
      ...{ bellhop: milliseconds(opening(0.5)), ...times(0.5) },
    },
    under(200, 'the same, p95', opening(0.95), times(0.95)),
    { what: 'window asked for → it can be used, p50', bellhop: milliseconds(percentile(usable, 0.5)) },
    { what: 'the same, p95', bellhop: milliseconds(percentile(usable, 0.95)) },
    {
      what: `scrolling through ${rows.toLocaleString('en')} rows, ${frames} frames: with a blank area`,
      ...{ bellhop: `${blank}`, goal: '0', met: blank === 0 },
    },
    { what: 'the same: at the end of what was loaded', bellhop: `${atEnd}`, goal: '0', met: atEnd === 0 },
    under(50, 'a page of the list over IPC, p95', percentile(pages, 0.95)),
    {
      what: 'memory of all processes, window open; floor: before',
      floor: megabytes(before),
      bellhop: megabytes(open),
      ratio: open / before,
    },
    {
      what: 'the same, closed after much scrolling, the 42nd time',
      floor: megabytes(before),
      ...{ bellhop: megabytes(after), ratio: after / before, goal: '≤ 1.20', met: after / before <= 1.2 },
    },
  ];
}
