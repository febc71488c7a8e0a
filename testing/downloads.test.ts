import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answer } from '../main/inbox/answer.ts';
import { en } from '../main/words/en.ts';
import type { Download } from '../preload/contract.ts';
import { temporaryServer } from '../server/testing.ts';
import { listenTo, openTestBellhop } from './bellhop.ts';
import { arrive, draft } from './database.ts';
import { temporaryFolder } from './folder.ts';

/** Attachments saved among the person's downloads. */

/** A notice with one attachment of that name, at a server that answers as told, and requests about it. */
async function withAttachment(name: string, respond: (response: ServerResponse) => void) {
  const files = createServer((_request, response) => respond(response));
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    files.closeAllConnections();
    files.close();
  });
  const url = `http://127.0.0.1:${(files.address() as AddressInfo).port}/file`;
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const folder = temporaryFolder();
  bellhop.desktop.downloads = folder;
  await listenTo(bellhop, server);
  server.publish('alice', { content: 'with a file', notificationTypeId: 1 });
  await bellhop.toasts.until((all) => all.length > 0);
  const { id } = await bellhop.detail('with a file');
  const attachments = [{ name, url, type: null, bytes: null, expiresAt: null }];
  const change = bellhop.db.prepare(
    'UPDATE notices SET attachments = ?, sequence = ? WHERE id = ? RETURNING source',
  );
  const source = change.pluck().get(JSON.stringify(attachments), 'item', id) as string;
  const update = () =>
    arrive(bellhop.db, [draft('newer', { sequence: 'item', attachments })], { source, now: Date.now() });
  const ask = (name: 'downloadAttachment' | 'cancelDownload' | 'showDownload', index = 0) =>
    answer(bellhop.requests, name, { id, index }, en);
  const until = async (isIt: (download: Download | undefined) => boolean) =>
    (await bellhop.state(({ downloads }) => isIt(downloads[0]))).downloads[0];
  return { bellhop, folder, update, ask, until };
}

test('it is saved under its name beside what is there, and shown in its folder when asked', async () => {
  const { bellhop, folder, ask, until } = await withAttachment('door.jpg', (response) =>
    response.end('picture'),
  );
  writeFileSync(join(folder, 'door.jpg'), 'mine');
  expect(await ask('showDownload')).toEqual({ ok: false, error: 'This attachment isn’t saved.' });
  await ask('downloadAttachment');
  expect(await until((one) => one?.state === 'saved')).toMatchObject({ received: 7, total: 7 });
  expect(readdirSync(folder).sort()).toEqual(['door (2).jpg', 'door.jpg']);
  expect(readFileSync(join(folder, 'door.jpg'), 'utf8')).toBe('mine');
  await ask('showDownload');
  expect(bellhop.shownFiles).toEqual([join(folder, 'door (2).jpg')]);
  expect(bellhop.opened).toEqual([]);
});

test('a newer version’s file is one of its own, though it has the same address', async () => {
  const { bellhop, folder, update, ask } = await withAttachment('door.jpg', (response) => response.end('x'));
  const untilSaved = (count: number) =>
    bellhop.state(({ downloads }) => downloads.filter(({ state }) => state === 'saved').length === count);
  await ask('downloadAttachment');
  await untilSaved(1);
  update();
  expect(await ask('showDownload')).toEqual({ ok: false, error: 'This attachment isn’t saved.' });
  await ask('downloadAttachment');
  await untilSaved(2);
  await ask('showDownload');
  expect(bellhop.shownFiles).toEqual([join(folder, 'door (2).jpg')]);
});

test.each([
  `${'報告書'.repeat(60)}.pdf`, // file systems count bytes, and an emoji or a Japanese sign takes several
  `${'📷'.repeat(90)}.jpg`,
  '../../.bashrc',
  '..\\..\\evil.exe',
  '/etc/passwd',
  'a\u202egnp.exe',
  'NUL.txt',
  '...',
  `${'x'.repeat(400)}.png`,
])('the name %j stays in the folder and hides nothing', async (name) => {
  const { bellhop, folder, ask, until } = await withAttachment(name, (response) => response.end('x'));
  await ask('downloadAttachment');
  await until((one) => one?.state === 'saved');
  await ask('showDownload');
  const [file = ''] = bellhop.shownFiles;
  expect(dirname(file)).toBe(folder);
  expect(basename(file)).not.toMatch(/^\.|[/\\\u202e]|^nul\./i);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('its progress is told; cancelled, nothing of it stays', async () => {
  const { folder, ask, until } = await withAttachment('film.mkv', (response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('y'.repeat(10));
  });
  await ask('downloadAttachment');
  expect(await until((one) => one?.received === 10)).toMatchObject({ total: 1000, state: 'running' });
  await ask('cancelDownload');
  await until((one) => one === undefined);
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['isn’t there any more', (response) => response.writeHead(404).end(), /doesn’t give it \(404\)/],
  ['leads elsewhere', (response) => response.writeHead(302, { location: '/x' }).end(), /The server/],
  [
    'breaks off',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('y', () => response.destroy());
    },
    /The server/,
  ],
  [
    'is too large',
    (response) => response.writeHead(200, { 'content-length': '2000000000' }).write('y'),
    /larger than 1000\u00a0MB/,
  ],
])('one that %s leaves nothing but words', async (_what, respond, expected) => {
  const { folder, ask, until } = await withAttachment('door.jpg', respond);
  await ask('downloadAttachment');
  expect((await until((one) => one?.state === 'failed'))?.text).toMatch(expected);
  expect(readdirSync(folder)).toEqual([]);
});
