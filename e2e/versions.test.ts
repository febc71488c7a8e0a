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

/** Serves a picture at every path, and tells which were asked for. */
async function startFileServer() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Content-Type', 'image/png').end(PIXEL);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('a newer version has its own picture, file and action: what was done with the last one isn’t done with it', async () => {
  const { page } = scene;
  const { base, asked } = await startFileServer();
  const ntfy = await fakeNtfy();
  const source = { name: 'Camera', url: `${ntfy.url}/camera`, dialect: 'ntfy', mapping: null } as const;
  await ask(page, 'addSource', { ...source, credential: { kind: 'none' } });
  await ntfy.subscriptions.until(({ length }) => length > 0);
  const now = Math.floor(Date.now() / 1000);
  const publish = (n: number) =>
    ntfy.publish('camera', {
      ...{ time: now - 60 + n, sequence_id: 'door', title: `Door ${n}` },
      ...{ message: `![door](${base}/picture${n})`, content_type: 'text/markdown' },
      attachment: { name: 'door.png', url: `${base}/file${n}` },
      actions: [{ action: 'http', id: 'open', label: `Open ${n}`, url: `${base}/open${n}`, method: 'POST' }],
    });
  const button = (name: RegExp | string) => detail(page).getByRole('button', { name });

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
  expect(asked).toEqual(['/picture1', '/file1', '/open1', '/file2', '/picture2']);
});
