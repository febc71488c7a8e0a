import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { selfSignedCertificate } from '../testing/faults/certificate.ts';
import { ownEnvironment } from './support/launch.ts';
import { openScene, SOURCE } from './support/scene.ts';

/** The built `bellhop` command, against the app on the same data folder. */
function bellhop(data: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const all = ['out/main/cli.cjs', ...args, '--data', data];
  return new Promise((resolve) =>
    execFile(process.execPath, all, { env: ownEnvironment() }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out: out + err }),
    ),
  );
}

test('the command line reaches the app: a test is shown, the doctor finds all well, and what Chromium refuses', async () => {
  const { data, close, toasts } = await openScene();
  onTestFinished(close);
  const tried = await bellhop(data, 'source', 'test', SOURCE);
  expect(tried).toEqual({ code: 0, out: expect.stringMatching(/^Published, .*; toast shown\.\n$/) });
  await toasts.waitFor(({ title, body }) => title === 'Test' && body.startsWith('A test by Bellhop'));

  const well = await bellhop(data, 'doctor');
  expect(well).toEqual({ code: 0, out: expect.stringContaining('Nothing failed.') });
  expect(well.out.match(/✓/g)).toHaveLength(6);

  const server = createServer(selfSignedCertificate(), (_, response) => response.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await bellhop(data, 'source', 'add', address, '--as', 'rows', '--name', 'Untrusted');
  const ill = await bellhop(data, 'doctor', 'Untrusted');
  expect(ill.code).toBe(1);
  expect(ill.out).toMatch(
    /✓ Server.*✗ Encryption {2}The server can’t prove who it is \(certificate\)\.\n.*who signed/s,
  );
});
