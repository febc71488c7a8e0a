import { expect, test } from 'vitest';
import { countsLine, sum, vitestCounts } from './counts.mjs';

const report = (given) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...given,
});

test('the last line adds up all steps', () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 1 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  expect(countsLine(total)).toBe('5 passed, 1 failed, 1 skipped');
});

test('a vitest run is counted by its report', () => {
  const counts = vitestCounts(report({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 }), 0);
  expect(counts).toEqual({ passed: 7, failed: 0, skipped: 3 });
});

test('a file that could not be loaded is a failure, although no test of it failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ];
  expect(vitestCounts(report({ numFailedTests: 1, testResults }), 1).failed).toBe(2);
});

test('a run that failed without a failing test, or that left no report, is one failure', () => {
  expect(vitestCounts(report({ numPassedTests: 7 }), 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  expect(vitestCounts(undefined, 0).failed).toBe(1);
});
