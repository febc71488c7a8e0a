import { expect, test } from 'vitest';
import { requireNode } from './node-version.ts';

test.each(['18.15.0', '20.20.2', '22.14.0'])(
  'Node %s is too old, and the person is told which to take',
  (old) => {
    expect(() => requireNode(old)).toThrow(
      `Bellhop needs Node 24 or newer on a terminal; this is Node ${old}.`,
    );
  },
);

test.each(['24.0.0', '25.1.0', process.versions.node])('Node %s will do', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});
