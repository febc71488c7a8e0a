import { defineConfig } from 'vitest/config';

/** `unit` and `integration` need Node only; `e2e` and `packaged` need the test desktop (scripts/desktop.mjs). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{main,server,preload,renderer,scripts,build}/**/*.test.{ts,mjs}'],
        },
      },
      { test: { name: 'integration', include: ['testing/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/*.test.ts'],
          exclude: ['e2e/packaged.test.ts'],
          setupFiles: ['e2e/support/setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'packaged',
          include: ['e2e/packaged.test.ts'],
          setupFiles: ['e2e/support/setup.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
