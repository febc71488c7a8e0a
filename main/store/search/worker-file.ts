import { fileURLToPath } from 'node:url';

/** The thread's program: its source in Node, a file beside the composition roots where they are bundled. */
export function workerFile(): string {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return fileURLToPath(new URL('./worker.ts', here));
  // What several roots share is bundled into a folder of its own.
  return fileURLToPath(new URL(here.includes('/chunks/') ? '../search.cjs' : './search.cjs', here));
}
