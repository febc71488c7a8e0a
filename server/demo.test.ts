import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Demo, startDemo } from './demo.ts';
import { readDemoFile, writeDemoFile } from './demo-file.ts';
import { openStream, temporaryFolder } from './testing.ts';

async function demoIn(folder: string, options?: Parameters<typeof startDemo>[1]): Promise<Demo> {
  const demo = await startDemo(folder, options);
  onTestFinished(async () => void (await demo.server?.close().catch(() => {}))); // a test may have closed it
  return demo;
}

async function occupy(server: Server, port: number): Promise<void> {
  onTestFinished(() => void server.close());
  await once(server.listen(port, '127.0.0.1'), 'listening');
}

const accepts = async ({ url, token }: Demo) => (await openStream(`${url}/api/live`, token)).response.status;

test('port and token outlive a restart', async () => {
  const folder = temporaryFolder();
  const first = await demoIn(folder);
  expect(await accepts(first)).toBe(200);
  await first.server?.close();
  const second = await demoIn(folder);
  expect(second).toMatchObject({ url: first.url, port: first.port, token: first.token });
  expect(await accepts(second)).toBe(200);
});

test('where files have modes, only its owner can read the token', async () => {
  const folder = temporaryFolder();
  await demoIn(folder);
  const mode = statSync(join(folder, 'demo.json')).mode & 0o077;
  expect(process.platform === 'win32' ? 0 : mode).toBe(0);
});

test('a demo of the same folder that runs already is reused', async () => {
  const folder = temporaryFolder();
  const running = await demoIn(folder);
  const again = await demoIn(folder);
  expect(again.server).toBeUndefined();
  expect(again).toMatchObject({ url: running.url, token: running.token });
});

test('demos of two folders get two ports', async () => {
  const [one, two] = [await demoIn(temporaryFolder()), await demoIn(temporaryFolder())];
  expect(two.server).toBeDefined();
  expect(two.port).not.toBe(one.port);
});

test.each([
  ['that says nothing', () => createServer((socket) => void socket.on('error', () => {}).end())],
  ['that speaks HTTP', () => createHttpServer((_, response) => void response.end('{"ok":true}'))],
])('when the port is taken by a program %s, the next free one is taken and kept', async (_, other) => {
  const folder = temporaryFolder();
  const first = await demoIn(folder);
  await first.server?.close();
  await occupy(other(), first.port);

  const moved = await demoIn(folder);
  expect(moved.server).toBeDefined();
  expect(moved.port).toBeGreaterThan(first.port);
  expect(moved.token).toBe(first.token);
  expect(readDemoFile(folder)).toMatchObject({ port: moved.port, url: moved.url });
});

test('the token is not shown to a program that does not call itself Bellhop', async () => {
  const asked: unknown[] = [];
  const stranger = createHttpServer((request, response) => {
    asked.push(request.headers.authorization);
    response.end('{"ok":true,"name":"other"}');
  });
  await occupy(stranger, 0);
  const { port } = stranger.address() as { port: number };
  const folder = temporaryFolder();
  writeDemoFile(folder, { url: `http://127.0.0.1:${port}`, port, token: 'bh_secret' });
  await demoIn(folder);
  expect(asked).toEqual([undefined]);
});

test('a port that was asked for and is taken is an error', async () => {
  const other = createServer();
  await occupy(other, 0);
  const { port } = other.address() as { port: number };
  await expect(startDemo(temporaryFolder(), { port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
});

test('a broken demo.json, or one whose token the database does not know, gets a new token', async () => {
  const folder = temporaryFolder();
  const first = await demoIn(folder);
  await first.server?.close();
  for (const broken of [
    '{"url": "http',
    '{}',
    JSON.stringify({ ...readDemoFile(folder), token: 'bh_unknown' }),
  ]) {
    writeFileSync(join(folder, 'demo.json'), broken);
    const demo = await demoIn(folder);
    expect(demo.token).not.toBe(first.token);
    expect(await accepts(demo)).toBe(200);
    expect(JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')).token).toBe(demo.token);
    await demo.server?.close();
  }
});
