import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright';

/**
 * What all processes of the app take together, bytes. What several share counts once (PSS).
 * https://www.kernel.org/doc/html/latest/filesystems/proc.html
 */
export async function memoryOf(app: ElectronApplication): Promise<number> {
  const pids = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const kilobytes = pids.map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
}
