import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

// One CommonJS file per composition root, and one per thread. Targets are the oldest runtime the code is run on (see
// docs/decisions): Electron 25's Node 18 for what Electron loads, Node 24 for the terminal programs.
const external = ['electron', 'better-sqlite3'];
const jsx = { runtime: 'automatic', importSource: 'preact' } as const;

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          index: resolve('main/index.ts'),
          headless: resolve('main/headless.ts'),
          cli: resolve('main/cli.ts'),
          // Threads' programs: main/worker-file.ts
          search: resolve('main/store/search/worker.ts'),
          'write-back': resolve('main/store/write-back/worker.ts'),
          check: resolve('main/store/check/worker.ts'),
          'history-export': resolve('main/history-export/worker.ts'),
          // The window's components, as main draws them: main/electron/picture.ts
          picture: resolve('renderer/picture.tsx'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
      },
    },
    oxc: { jsx },
  },
  preload: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: resolve('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      target: 'chrome114',
      minify: true,
      outDir: resolve('out/renderer'),
      rollupOptions: { input: resolve('renderer/index.html') },
    },
    oxc: { jsx },
  },
});
