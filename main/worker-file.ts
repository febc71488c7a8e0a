import { fileURLToPath } from 'node:url';

/**
 * A thread's program: its source in Node, a file beside the composition roots where they are bundled.
 * @param here `import.meta.url` of the module beside `worker.ts` that starts it
 * @param bundle what electron.vite.config.ts calls it
 */
export function workerFile(here: string, bundle: string): string {
  if (here.endsWith('.ts')) return fileURLToPath(new URL('./worker.ts', here));
  // What several roots share is bundled into a folder of its own.
  return fileURLToPath(new URL(here.includes('/chunks/') ? `../${bundle}.cjs` : `./${bundle}.cjs`, here));
}
