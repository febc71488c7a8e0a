import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach } from 'vitest';

// A picture of the whole desktop for every test that failed; the test desktop keeps it in test-results/.
afterEach(async ({ task }) => {
  const out = process.env.BELLHOP_OUT;
  if (task.result?.state !== 'fail' || !out) return;
  await promisify(execFile)('scrot', [join(out, `${task.name.replace(/\W+/g, '-').slice(0, 80)}.png`)]);
});
