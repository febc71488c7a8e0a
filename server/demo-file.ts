import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const demoSchema = z.object({
  url: z.url({ protocol: /^http$/ }),
  port: z.int().min(1).max(65535),
  token: z.string().startsWith('bh_'),
});

/** How to reach a data folder's demo server. It stands in the clear, readable by its owner only: the demo must survive a restart. */
export type DemoFile = z.infer<typeof demoSchema>;

/** The demo of a data folder; undefined when there is none, or none that can be read (a new one replaces it). */
export function readDemoFile(dataDir: string): DemoFile | undefined {
  try {
    return demoSchema.safeParse(JSON.parse(readFileSync(demoPath(dataDir), 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and renamed, so that a reader never sees half of it. */
export function writeDemoFile(dataDir: string, demo: DemoFile): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unfinished = `${demoPath(dataDir)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, demoPath(dataDir));
}

const demoPath = (dataDir: string) => join(dataDir, 'demo.json');
