import { defineConfig } from 'vitest/config';

/** Real servers and processes for seconds each: with the integration tests, so that the inner loop stays quick. */
const slow = [
  'main/{cli,owner}.test.ts',
  'main/cli/source.test.ts',
  'main/doctor/{connection-steps,send-test}.test.ts',
  'main/feed/{catch-up,connection,successor}.test.ts',
  'main/history-export/exporter.test.ts',
  'main/store/check/check.test.ts',
  'main/store/search/searcher.test.ts',
  'scripts/run/{children,command}.test.mjs',
  'server/{compat,live,serve,slow-reader}.test.ts',
];

/** Against servers that are no part of the project, and must be installed (scripts/desktop/needs.mjs). */
const realServers = ['testing/nchan.test.ts'];

/** `unit` and `integration` need Node only; `e2e` and `packaged` need the test desktop (scripts/desktop.mjs). */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{main,markdown,server,preload,renderer,scripts,build}/**/*.test.{ts,mjs}'],
          exclude: slow,
          // Half the time went into loading the same modules for each file; none of these keeps anything in them.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['testing/**/*.test.ts', ...slow],
          exclude: realServers,
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'real-servers', include: realServers, testTimeout: 60_000 },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/*.test.ts'],
          exclude: ['e2e/packaged*.test.ts'],
          setupFiles: ['e2e/support/setup.ts'],
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'packaged',
          // Toasts and tray can be watched on the test desktop only, which is Linux.
          include: [process.platform === 'linux' ? 'e2e/packaged*.test.ts' : 'e2e/packaged-anywhere.test.ts'],
          setupFiles: ['e2e/support/setup.ts'],
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
