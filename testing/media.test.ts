import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { answer } from '../main/inbox/answer.ts';
import { en } from '../main/words/en.ts';
import { temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop } from './bellhop.ts';

/** What a notice's text names is fetched and opened only when a person asks, and only as what it should be. */

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

/** A server of pictures that remembers who asked, and a notice that names some of them. */
async function withPictures() {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const pictures = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, authorization: request.headers.authorization });
    if (path === '/away') response.writeHead(302, { location: '/a.png' }).end();
    else if (path === '/huge') response.end(Buffer.concat([PNG, Buffer.alloc(6_000_000)]));
    else if (path === '/page') response.end('<html><script>alert(1)</script></html>');
    else if (path === '/a.png') response.end(PNG);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void pictures.close());
  const base = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`;
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  await listenTo(bellhop, server);
  const content = ['/a.png', '/away', '/huge', '/page', '/none'].map((path) => base + path).join(' ');
  server.publish('alice', { content, notificationTypeId: 1 });
  await bellhop.toasts.until((all) => all.length > 0);
  const { id } = await bellhop.detail(content);
  const ask = (name: 'fetchImage' | 'openAddress', args: object) => answer(bellhop.requests, name, args, en);
  return { base, bellhop, asked, image: (url: string) => ask('fetchImage', { id, url }), ask };
}

test('an image comes as data, and its server gets no credential of another’s', async () => {
  const { base, asked, image } = await withPictures();
  expect(asked).toEqual([]);
  expect(await image(`${base}/a.png`)).toEqual({
    ok: true,
    value: { data: `data:image/png;base64,${PNG.toString('base64')}` },
  });
  expect(asked).toEqual([{ path: '/a.png', authorization: undefined }]);
});

test.each([
  ['/none', 'The server doesn’t give it (404).'],
  ['/huge', 'It is larger than 5\u00a0MB.'],
  ['/page', 'What the server sent is no image that Bellhop can show.'],
  ['/unnamed.png', 'This notification no longer has that image.'],
])('%s is refused in words', async (path, error) => {
  const { base, image } = await withPictures();
  expect(await image(base + path)).toEqual({ ok: false, error });
});

test('a redirect is not followed', async () => {
  const { base, asked, image } = await withPictures();
  expect(await image(`${base}/away`)).toMatchObject({ ok: false });
  expect(asked.map(({ path }) => path)).toEqual(['/away']);
});

test('an address is opened when it is one of the web, and no other', async () => {
  const { bellhop, ask } = await withPictures();
  expect(await ask('openAddress', { url: 'https://a.example/x?y#z' })).toMatchObject({ ok: true });
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'a.example']) {
    expect(await ask('openAddress', { url })).toEqual({
      ok: false,
      error: 'Bellhop opens web addresses only.',
    });
  }
  expect(bellhop.opened).toEqual(['https://a.example/x?y#z']);
});

test('a saved filter is kept, and two of one name are refused', async () => {
  const { bellhop } = await withPictures();
  const loud = {
    name: 'Loud',
    filter: { view: 'inbox', source: null, topic: null, minPriority: 4 } as const,
  };
  await bellhop.requests.setSavedFilters({ filters: [loud] });
  expect((await bellhop.requests.readState({})).savedFilters).toEqual([loud]);
  expect(await answer(bellhop.requests, 'setSavedFilters', { filters: [loud, loud] }, en)).toEqual({
    ok: false,
    error: 'Another filter has that name.',
  });
});
