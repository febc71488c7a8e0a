import { readFileSync } from 'node:fs';
import type { BenchedApp } from './app.ts';

/**
 * What all processes of the app take together, bytes. What several share counts once (PSS); programs and libraries, which
 * other programs may share, not at all. https://www.kernel.org/doc/html/latest/filesystems/proc.html
 */
export async function memoryOf(app: BenchedApp): Promise<number> {
  const pids = await app.inMain(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const kilobytes = pids.map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const parts = rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm);
    return [...parts].reduce((sum, [, size]) => sum + Number(size), 0);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
}
