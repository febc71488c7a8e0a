import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { fakeNtfy } from '../testing/fakes/ntfy.ts';
import { ask } from './support/ask.ts';
import { detail, topRow } from './support/inbox.ts';
import { openScene, type Scene } from './support/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  return scene.close;
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Serves a picture at every path, those in `gone` aside, and tells which were asked for. */
async function startFileServer() {
  const asked: string[] = [];
  const gone = new Set<string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (gone.has(path)) response.writeHead(404).end();
    else response.setHeader('Content-Type', 'image/png').end(PIXEL);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, gone };
}

/** An ntfy source; the function publishes to it. */
async function addCamera(topic: string) {
  const ntfy = await fakeNtfy();
  const source = { name: topic, url: `${ntfy.url}/${topic}`, dialect: 'ntfy', mapping: null } as const;
  await ask(scene.page, 'addSource', { ...source, credential: { kind: 'none' } });
  await ntfy.subscriptions.until(({ length }) => length > 0);
  return (message: Parameters<typeof ntfy.publish>[1]) => ntfy.publish(topic, message);
}

const button = (name: RegExp | string) => detail(scene.page).getByRole('button', { name });

test('a newer version has its own picture, file and action: what was done with the last one isn’t done with it', async () => {
  const { page } = scene;
  const { base, asked } = await startFileServer();
  const send = await addCamera('door');
  const now = Math.floor(Date.now() / 1000);
  const publish = (n: number) =>
    send({
      ...{ time: now - 60 + n, sequence_id: 'door', title: `Door ${n}` },
      ...{ message: `![door](${base}/latest)`, content_type: 'text/markdown' },
      attachment: { name: 'door.png', url: `${base}/file${n}` },
      actions: [{ action: 'http', id: 'open', label: `Open ${n}`, url: `${base}/open${n}`, method: 'POST' }],
    });

  publish(1);
  await topRow(page, 'Door 1').click();
  await button('Show image').click();
  await page.locator('.markdown img').waitFor();
  await button(/^Save/).click();
  await page.getByText('Saved among your downloads.').waitFor();
  await button('Open 1').click();
  await page.getByText('Done (200).').waitFor();

  publish(2);
  await detail(page).getByRole('heading', { name: 'Door 2' }).waitFor();
  await button('Open 2').waitFor();
  expect(await page.getByText('Done (200).').count()).toBe(0);
  expect(await page.getByText('Saved among your downloads.').count()).toBe(0);
  await button(/^Save/).click();
  await page.getByText('Saved among your downloads.').waitFor();
  await button('Show image').click();
  await page.locator('.markdown img').waitFor();
  expect(asked).toEqual(['/latest', '/file1', '/open1', '/file2', '/latest']);
});

test('a picture that couldn’t be fetched can be asked for again, and those that could are not', async () => {
  const { page } = scene;
  const { base, asked, gone } = await startFileServer();
  const send = await addCamera('garden');
  gone.add('/late');
  send({ title: 'Garden', message: `![a](${base}/there) ![b](${base}/late)`, content_type: 'text/markdown' });
  await topRow(page, 'Garden').click();
  await button('Show 2 images').click();
  await page.getByText('The server doesn’t give it (404).').waitFor();
  expect(await page.locator('.markdown img').count()).toBe(1);
  gone.clear();
  await button('Show image').click();
  await button('Show image').waitFor({ state: 'detached' });
  expect(await page.locator('.markdown img').count()).toBe(2);
  expect(await page.getByText('The server doesn’t give it (404).').count()).toBe(0);
  expect(asked).toEqual(['/there', '/late', '/late']);
});
