import { readFileSync } from 'node:fs';
import type { BenchedApp } from './app.ts';

/**
 * What all processes of the app take together, bytes, after a garbage collection in main: V8 makes none while nothing
 * happens. What several share counts once (PSS); programs and libraries, which other programs may share, not at all.
 * https://www.kernel.org/doc/html/latest/filesystems/proc.html
 */
export async function memoryOf(app: BenchedApp): Promise<number> {
  const pids = await app.inMain(({ app }) => {
    const { require } = process.mainModule as NodeJS.Module;
    require('node:v8').setFlagsFromString('--expose-gc');
    require('node:vm').runInNewContext('gc')();
    return app.getAppMetrics().map(({ pid }) => pid);
  });
  const kilobytes = pids.map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const parts = rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm);
    return [...parts].reduce((sum, [, size]) => sum + Number(size), 0);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
}
