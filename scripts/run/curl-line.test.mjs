import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { curlLine } from './curl-line.mjs';

const server = { url: 'http://127.0.0.1:8787', token: 'bh_x' };

test('the line is one line and names address, token and text', () => {
  const line = curlLine(server, '/data', 'linux');
  expect(line).not.toContain('\n');
  expect(line).toContain("-H 'Authorization: Bearer bh_x'");
  expect(line).toContain(
    `-d '{"content":"Hello from the terminal"}' http://127.0.0.1:8787/api/v1/notifications`,
  );
});

test('on Windows it quotes nothing that cmd and PowerShell read differently', () => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'bellhop-curl-'));
  try {
    const line = curlLine(server, data, 'win32');
    const file = path.join(data, 'hello.json');
    expect(line).toMatch(/^curl\.exe /);
    expect(line).toContain(`-d "@${file}"`);
    expect(line).not.toMatch(/['\\]"|'/);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ content: 'Hello from the terminal' });
  } finally {
    rmSync(data, { recursive: true });
  }
});
